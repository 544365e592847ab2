// SPDX-License-Identifier: EUPL-1.2
// server/resources/instruments.cpp
//
// Questionnaires: those that ship, those an establishment writes, and the versions it fixes. What it is asked with is read by
// everybody of the establishment before anybody answers.

#include <algorithm>

#include "domain/surveys/instruments.hpp"
#include "engine/instruments/check.hpp"
#include "engine/instruments/form.hpp"
#include "server/content/packs.hpp"
#include "server/resources/all.hpp"
#include "server/resources/edit.hpp"
#include "server/resources/instrument_views.hpp"
#include "server/resources/people_views.hpp"
#include "store/circle.hpp"
#include "store/instruments.hpp"
#include "store/places.hpp"

namespace etabli::resources {

struct InstrumentLine {
    std::string id; // of a pack, or of an establishment's own
    bool shipped = false;
    std::optional<PlaceId> establishment_id; // nothing: it ships
    std::optional<std::string> establishment_name;
    json::value title;
    std::int64_t items = 0; // answers asked for at the most
    std::int64_t minutes = 0;
    instruments::Validation validation = instruments::Validation::NotValidated;
    std::string licence;
    bool holds_together = false;
    std::optional<std::int64_t> fixed; // the latest version that no longer changes
};

struct InstrumentTrouble {
    std::string pointer;
    std::string code;
};

struct FixedLine {
    std::int64_t number = 1;
    Date fixed_on;
};

struct InstrumentView {
    InstrumentLine line;
    std::string origin;
    json::value content;
    std::vector<InstrumentTrouble> troubles;
    std::vector<FixedLine> versions; // the latest first
    std::int64_t version = 0;
};

/// `from`: a pack, or one the reader may read; nothing: a blank page.
struct NewInstrument {
    PlaceId establishment_id;
    std::optional<std::string> from;
};

struct InstrumentWords {
    instruments::Instrument content;
};

/// What the reader was looking at: nobody fixes words they have not seen.
struct FixInstrument {
    std::int64_t version = 1;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::InstrumentLine> {
    using T = resources::InstrumentLine;
    static constexpr std::string_view name = "InstrumentLine";
    static constexpr auto fields = std::tuple { field("id", &T::id, one_line), field("shipped", &T::shipped),
        field("establishment_id", &T::establishment_id), field("establishment_name", &T::establishment_name, one_line),
        field("title", &T::title), field("items", &T::items, { .min = 0, .max = instruments::items_max }),
        field("minutes", &T::minutes, { .min = 0, .max = 60 }), field("validation", &T::validation),
        field("licence", &T::licence, one_line), field("holds_together", &T::holds_together),
        field("fixed", &T::fixed, { .min = 1, .max = 9999 }) };
};
template <>
struct Describe<resources::InstrumentTrouble> {
    using T = resources::InstrumentTrouble;
    static constexpr std::string_view name = "InstrumentTrouble";
    static constexpr auto fields = std::tuple { field("pointer", &T::pointer, one_line), field("code", &T::code, one_line) };
};
template <>
struct Describe<resources::FixedLine> {
    using T = resources::FixedLine;
    static constexpr std::string_view name = "FixedInstrumentLine";
    static constexpr auto fields
        = std::tuple { field("number", &T::number, { .min = 1, .max = 9999 }), field("fixed_on", &T::fixed_on) };
};
template <>
struct Describe<resources::InstrumentView> {
    using T = resources::InstrumentView;
    static constexpr std::string_view name = "InstrumentView";
    static constexpr auto fields = std::tuple { field("line", &T::line), field("origin", &T::origin, { .min = 0, .max = 200 }),
        field("content", &T::content), field("troubles", &T::troubles, { .min = 0, .max = 5000 }),
        field("versions", &T::versions, { .min = 0, .max = 9999 }),
        field("version", &T::version, { .min = 0, .max = INT64_MAX }) };
};
template <>
struct Describe<resources::NewInstrument> {
    using T = resources::NewInstrument;
    static constexpr std::string_view name = "NewInstrument";
    static constexpr auto fields
        = std::tuple { field("establishment_id", &T::establishment_id), field("from", &T::from, one_line) };
};
template <>
struct Describe<resources::FixInstrument> {
    using T = resources::FixInstrument;
    static constexpr std::string_view name = "FixInstrument";
    static constexpr auto fields = std::tuple { field("version", &T::version, { .min = 1, .max = INT64_MAX }) };
};
template <>
struct Describe<resources::InstrumentWords> {
    using T = resources::InstrumentWords;
    static constexpr std::string_view name = "InstrumentWords";
    static constexpr auto fields = std::tuple { field("content", &T::content) };
};

} // namespace etabli

namespace etabli::resources {

instruments::Instrument read_back(const json::value& content)
{
    Decoding decoding(Decoding::Source::OwnDatabase);
    instruments::Instrument instrument;
    decode(content, instrument, {}, decoding);
    return instrument;
}

Result<KeptInstrument> readable_instrument(store::Reader& reader, const http::Call& call)
{
    auto kept = TRY(store::load_instrument(reader, TRY(call.id<InstrumentId>("id"))));
    if (!call.reader().belongs_to(kept.establishment_id))
        return Problem("not_found");
    return kept;
}

namespace {

using namespace http;
using instruments::Instrument;

constexpr std::string_view kind_of_pack = "instruments";

std::int64_t items_of(const Instrument& instrument)
{
    std::int64_t items = 0;
    for (const auto& section : instrument.sections)
        for (const auto& question : section.questions)
            items += question.rows ? static_cast<std::int64_t>(question.rows->size()) : 1;
    return items;
}

InstrumentLine line_of(std::string id, const Instrument& instrument)
{
    return { std::move(id), true, {}, {}, to_json(instrument.title), items_of(instrument), instrument.minutes,
        instrument.validation, instrument.rights.licence, instruments::troubles_of(instrument).empty(), instrument.version };
}

Result<InstrumentLine> line_of(store::Reader& reader, const KeptInstrument& kept)
{
    auto line = line_of(kept.id.text(), read_back(kept.content));
    line.shipped = false;
    line.establishment_id = kept.establishment_id;
    line.establishment_name = TRY(store::load_place(reader, kept.establishment_id)).name;
    line.fixed.reset();
    if (const auto versions = TRY(store::fixed_versions(reader, kept.id)); !versions.empty())
        line.fixed = versions.front().number;
    return line;
}

Result<Answer<InstrumentView>> view_of(store::Reader& reader, const Call& call, const KeptInstrument& kept)
{
    const auto instrument = read_back(kept.content);
    Answer<InstrumentView> answer;
    auto& view = answer.data;
    view.line = TRY(line_of(reader, kept));
    view.origin = kept.origin;
    view.content = instruments::instrument_json(instrument);
    view.version = kept.version;
    for (const auto& trouble : instruments::troubles_of(instrument))
        view.troubles.push_back({ trouble.pointer, std::string(trouble.code.text()) });
    for (const auto& version : TRY(store::fixed_versions(reader, kept.id)))
        view.versions.push_back({ version.number, version.fixed_on });
    if (surveys::may_compose(call.reader(), kept.establishment_id)) {
        answer.abilities.emplace_back("write");
        if (view.troubles.empty())
            answer.abilities.emplace_back("fix");
        if (view.versions.empty())
            answer.abilities.emplace_back("remove");
    }
    return answer;
}

Result<Answer<ListOf<InstrumentLine>>> list_instruments(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<ListOf<InstrumentLine>>> {
        Answer<ListOf<InstrumentLine>> answer;
        for (const auto& [id, content] : call.context.packs.all(kind_of_pack))
            answer.data.items.push_back(line_of(id, read_back(*content)));
        const auto circle = TRY(store::reading_circle(reader, call.reader()));
        for (const auto& establishment : circle.own) {
            for (const auto& kept : TRY(store::instruments_of(reader, establishment)))
                answer.data.items.push_back(TRY(line_of(reader, kept)));
            if (answer.abilities.empty() && surveys::may_compose(call.reader(), establishment))
                answer.abilities.emplace_back("compose");
        }
        return answer;
    });
}

Result<Answer<InstrumentView>> show_shipped(Call& call)
{
    const auto id = call.text("pack");
    const auto* pack = call.context.packs.find(kind_of_pack, id);
    if (pack == nullptr)
        return Problem("not_found");
    const auto instrument = read_back(*pack);
    return Answer<InstrumentView> { { line_of(id, instrument), id, instruments::instrument_json(instrument), {}, {}, 0 }, {} };
}

Result<Answer<InstrumentView>> show_instrument(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<InstrumentView>> {
        return view_of(reader, call, TRY(readable_instrument(reader, call)));
    });
}

Result<Answer<InstrumentView>> show_version(Call& call)
{
    const auto number = whole_number(call.text("number"));
    if (!number)
        return Problem("not_found");
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<InstrumentView>> {
        auto kept = TRY(readable_instrument(reader, call));
        kept.content = TRY(store::load_fixed(reader, kept.id, *number)).content;
        auto answer = TRY(view_of(reader, call, kept));
        answer.abilities.clear();
        return answer;
    });
}

/// A page with nothing on it but what every questionnaire says of itself.
Instrument blank()
{
    Instrument instrument;
    instrument.id = "questionnaire";
    instrument.languages = { "fr" };
    instrument.rights.licence = "EUPL-1.2";
    return instrument;
}

/// Where the first words come from: a pack, or one that the reader may read.
Result<json::value> words_of(store::Reader& reader, const Call& call, const std::string& from, const PlaceId& house)
{
    if (const auto* pack = call.context.packs.find(kind_of_pack, from))
        return *pack;
    const auto id = InstrumentId::parse(from);
    auto kept = id ? store::load_instrument(reader, *id) : Problem("not_found");
    if (!kept.ok() || !call.reader().belongs_to(kept.value().establishment_id))
        return Problem::of_field("/from", "not_found");
    auto content = kept.value().content;
    if (kept.value().establishment_id != house) // a permission was given to one house
        content.as_object()["rights"].as_object().erase("permission_proof");
    return content;
}

Result<Answer<InstrumentView>> begin_instrument(Call& call, const NewInstrument& given)
{
    const auto id = InstrumentId::make(call.context.random);
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<InstrumentView>> {
        if (!call.reader().belongs_to(given.establishment_id))
            return Problem::of_field("/establishment_id", "not_found");
        TRY(require(surveys::may_compose(call.reader(), given.establishment_id)));
        const KeptInstrument kept { id, given.establishment_id, given.from.value_or(""),
            given.from ? TRY(words_of(transaction, call, *given.from, given.establishment_id))
                       : instruments::instrument_json(blank()),
            call.today(), 1 };
        TRY(store::insert_instrument(transaction, kept));
        TRY(record(transaction, call, kept.establishment_id, "instrument.begun", "instrument", id.text(), {}));
        transaction.announce("instruments");
        return view_of(transaction, call, kept);
    });
}

Result<Answer<InstrumentView>> write_instrument(Call& call, const Edit<InstrumentWords>& given)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<InstrumentView>> {
        auto kept = TRY(readable_instrument(transaction, call));
        TRY(require(surveys::may_compose(call.reader(), kept.establishment_id)));
        if (kept.version != given.version)
            return Problem::stale(TRY(view_of(transaction, call, kept)).data.content);
        kept.content = instruments::instrument_json(TRY(surveys::become(read_back(kept.content), given.content)));
        TRY(store::keep_instrument(transaction, kept));
        transaction.announce("instruments/" + kept.id.text());
        return view_of(transaction, call, kept);
    });
}

/// What is fixed may be asked; it never changes, and what is written afterwards is the next version.
Result<Answer<InstrumentView>> fix_instrument(Call& call, const FixInstrument& given)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<InstrumentView>> {
        auto kept = TRY(readable_instrument(transaction, call));
        TRY(require(surveys::may_compose(call.reader(), kept.establishment_id)));
        if (kept.version != given.version)
            return Problem::stale(TRY(view_of(transaction, call, kept)).data.content);
        const auto versions = TRY(store::fixed_versions(transaction, kept.id));
        auto instrument = read_back(kept.content);
        instrument.version = versions.empty() ? 1 : versions.front().number + 1;
        if (!instruments::Form::create(instrument).ok())
            return Problem("instrument.not_ready");
        kept.content = instruments::instrument_json(instrument);
        TRY(store::keep_instrument(transaction, kept));
        TRY(store::insert_fixed(transaction, { kept.id, instrument.version, kept.content, call.today() }));
        TRY(record(transaction, call, kept.establishment_id, "instrument.fixed", "instrument", kept.id.text(),
            { { "number", instrument.version } }));
        transaction.announce("instruments");
        return view_of(transaction, call, kept);
    });
}

Result<Answer<Nothing>> remove_instrument(Call& call)
{
    return call.context.database.write([&](store::Transaction& transaction) -> Result<Answer<Nothing>> {
        const auto kept = TRY(readable_instrument(transaction, call));
        TRY(require(surveys::may_compose(call.reader(), kept.establishment_id)));
        if (!TRY(store::fixed_versions(transaction, kept.id)).empty())
            return Problem("instrument.in_use");
        TRY(store::remove_instrument(transaction, kept.id));
        TRY(record(transaction, call, kept.establishment_id, "instrument.removed", "instrument", kept.id.text(), {}));
        transaction.announce("instruments");
        return Answer<Nothing> {};
    });
}

} // namespace

RouteTable instrument_routes()
{
    return {
        get("/api/instruments", Access::SignedIn, "Questionnaires: those that ship, then those of one's establishments",
            list_instruments),
        post("/api/instruments", Access::SignedIn, "Begin a questionnaire, from another one or from a blank page",
            begin_instrument),
        get("/api/instruments/shipped/{pack}", Access::SignedIn, "A questionnaire that ships", show_shipped),
        get("/api/instruments/{id}", Access::SignedIn, "A questionnaire, what it lacks, and its fixed versions",
            show_instrument),
        put("/api/instruments/{id}", Access::SignedIn, "Write it again; it need not hold together yet", write_instrument),
        post("/api/instruments/{id}/versions", Access::SignedIn, "Fix what is written: that version never changes",
            fix_instrument),
        get("/api/instruments/{id}/versions/{number}", Access::SignedIn, "A fixed version", show_version),
        remove("/api/instruments/{id}", Access::SignedIn, "Remove one of which nothing was fixed", remove_instrument),
    };
}

} // namespace etabli::resources
