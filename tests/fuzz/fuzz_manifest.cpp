// SPDX-License-Identifier: EUPL-1.2
// tests/fuzz/fuzz_manifest.cpp
//
// Whatever an urn is given as a manifest is read or refused; what is read bounds the ballots it takes.

#include "server/surveys/manifest.hpp"

#include "base/encodings.hpp"

using namespace etabli;
using namespace etabli::surveys;

namespace {

/// A manifest, but for what the input says: nobody draws a key by chance.
std::string manifest_with(std::string_view text)
{
    static const auto key = base64url(ballots::TokenSecretKey::make(2048).public_half().spki());
    auto manifest = parse_json(text);
    if (!manifest.ok() || !manifest.value().is_object())
        return std::string(text);
    manifest.value().as_object()["token_key"] = key;
    return json_text(manifest.value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    static_cast<void>(keys_of(text));
    if (const auto keys = keys_of(manifest_with(text)); keys.ok()) {
        const auto most = record_bytes(keys.value());
        VERIFY(most > 0 && most <= static_cast<std::int64_t>(ballots::submission_bytes_max) * 4);
        VERIFY(keys.value().guichet_key.size() == 32);
    }
    return 0;
}
