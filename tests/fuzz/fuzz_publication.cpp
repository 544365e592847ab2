// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_publication.cpp
//
// Whatever is given as a publication is read or refused; of what is read every cell and question can be looked up.

#include "engine/publication/publication.hpp"

using namespace etabli;
using namespace etabli::publication;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto made = Publication::read(std::string(reinterpret_cast<const char*>(bytes), size));
    if (!made.ok())
        return 0;
    const auto& publication = made.value();
    for (std::size_t rank = 0; rank < publication.open().size(); ++rank) {
        const auto [node, cell] = publication.open().all()[rank];
        VERIFY(publication.open().rank(node, cell) == rank);
        VERIFY(publication.people(rank) >= 0 && publication.headcount(rank) >= 0);
        for (std::size_t item = 0; item < publication.items().size(); ++item)
            if (const auto shown = publication.look_up(rank, item))
                VERIFY(shown->by_option.size() == static_cast<std::size_t>(publication.items()[item].options));
    }
    static_cast<void>(publication.signers());
    return 0;
}
