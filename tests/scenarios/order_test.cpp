// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/order_test.cpp
//
// No list of the contract can be put in the order of a value, by anybody: every GET route, asked on the demonstration
// for every field its lists show, under every name such a wish goes by, answers as if it had not been asked, or refuses.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "tests/support/demonstration.hpp"
#include "tests/support/discussion.hpp"

#include "server/resources/all.hpp"
#include "store/people.hpp"
#include "store/sessions.hpp"

namespace etabli::tests {

namespace {

constexpr std::array wishes { "sort", "order", "sort_by", "order_by", "direction", "rank", "top" };

/// How some routes are asked to show a list, or the longest they have.
const std::map<std::string, std::string> asked_as { { "/api/gates", "/api/gates?establishment={place}" },
    { "/api/places", "/api/places?parent={place}" }, { "/api/search", "/api/search?q=rel%C3%A8ve" },
    { "/api/sheets/{id}/differences", "/api/sheets/{id}/differences?from=1&to=1" },
    { "/api/instruments/{id}/versions/{number}", "/api/instruments/{id}/versions/1" },
    { "/api/instruments/{id}/file/lost", "/api/instruments/{id}/file/lost?format=limesurvey" },
    { "/api/campaigns/{id}/results/places/{place}", "/api/campaigns/{id}/results/places/p0" },
    { "/api/campaigns/{id}/results/items/{item}", "/api/campaigns/{id}/results/items/pl_good_work" },
    { "/api/thread/{kind}/{id}", "/api/thread/proposal/{id}" } };

/// Without a list: a stream, a calendar of one session, a file; and the page of a link that the demonstration does not hold.
const std::set<std::string> not_asked { "/api/live", "/api/news/{token}", "/api/instruments/{id}/file",
    // Of a campaign that is being asked or opened: the demonstration holds none (tests/scenarios/campaigns_test.cpp).
    "/api/guichet/{campaign}", "/api/urn/{campaign}", "/api/urn/{campaign}/receipts", "/api/campaigns/{id}/trial",
    "/api/campaigns/{id}/ballots", "/api/campaigns/{id}/mask", "/api/campaigns/{id}/results/publication",
    "/api/programmes/{programme}/sessions/{session}/session.ics" };

/// Asked like the others; their list is the parts of one text, in the order in which it is written.
const std::set<std::string> of_one_text { "/api/sheets/{id}/draft", "/api/sheets/{id}/differences",
    "/api/campaigns/{id}/results/comments" };

/// Where what stands for a path's parameter is found: the route up to it, and the first ones of a table.
const std::vector<std::pair<std::string, std::string>> standing_for { { "/api/gates/{", "select id from gate" },
    { "/api/audit/{", "select chain from audit_chain" }, { "/api/colleges/{", "select id from college" },
    { "/api/clusters/{", "select id from programme" }, { "/api/programmes/{", "select id from programme" },
    { "/api/experiments/{", "select id from experiment" }, { "/api/proposals/{", "select id from proposal" },
    { "/api/sheets/{", "select id from sheet" }, { "/api/spaces/{", "select id from space" },
    { "/api/e/{", "select code from evaluation_key where code is not null" },
    { "/api/s/{", "select code from space_key where code is not null" },
    { "/api/tallies/{", "select token from indicator_link" },
    { "/api/suivi/{", "select follow_token from space_key where follow_token is not null" },
    { "/api/thread/proposal/{", "select id from proposal" },
    { "/api/gates?", "select id from place where kind = 'establishment'" }, { "/api/places?", "select id from place" },
    { "/api/instruments/shipped/{", "select 'etabli-noyau-25' as id" }, { "/api/instruments/{", "select id from instrument" },
    { "/api/campaigns/{", "select id from campaign" }, { "/api/references/{", "select 'waves' as id" },
    { "/api/programme-templates/{", "select 'cluster-six-seances' as id" },
    { "/api/sheet-templates/{", "select 'impact-study' as id" },
    { "/api/places/{", "select id from place where kind = 'establishment'" },
    { "/api/administration/places/{", "select id from place where kind = 'establishment'" } };

std::string with_query(const std::string& path, const std::string& query)
{
    return path + (path.find('?') == std::string::npos ? "?" : "&") + query;
}

/// Reads a schema of the contract as far as it goes, and keeps the name of each field that a list shows.
class ListedFields {
public:
    explicit ListedFields(const json::value& contract) : schemas_(contract.at("components").at("schemas").as_object()) { }

    std::set<std::string> of(const json::value& operation)
    {
        names_.clear();
        seen_.clear();
        follow(operation.at("responses").at("200"), false);
        return names_;
    }

private:
    void follow(const json::value& value, bool in_list)
    {
        if (const auto* items = value.if_array())
            for (const auto& item : *items)
                follow(item, in_list);
        const auto* members = value.if_object();
        if (members == nullptr)
            return;
        for (const auto& member : *members) {
            if (member.key() == "$ref")
                refer(std::string(member.value().as_string()), in_list);
            else if (member.key() == "items")
                follow(member.value(), true);
            else if (member.key() == "properties")
                properties(member.value(), in_list);
            else
                follow(member.value(), in_list);
        }
    }
    void properties(const json::value& value, bool in_list)
    {
        for (const auto& property : value.as_object()) {
            if (in_list)
                names_.emplace(property.key());
            follow(property.value(), in_list);
        }
    }
    void refer(const std::string& reference, bool in_list)
    {
        if (seen_.emplace(reference, in_list).second)
            follow(schemas_.at(reference.substr(reference.rfind('/') + 1)), in_list);
    }

    const json::object& schemas_;
    std::set<std::string> names_;
    std::set<std::pair<std::string, bool>> seen_;
};

/// Whether some list of the answer holds two records, so that an order could be seen.
bool shows_an_order(const json::value& value)
{
    if (const auto* items = value.if_array())
        return (items->size() > 1 && items->front().is_object())
            || std::any_of(items->begin(), items->end(), [](const auto& item) { return shows_an_order(item); });
    const auto* members = value.if_object();
    return members != nullptr
        && std::any_of(members->begin(), members->end(), [](const auto& member) { return shows_an_order(member.value()); });
}

/// Every wish at once for one value; and, for a field, the same with the greatest first. A query is read alike whatever the
/// engine: on the slower one each field is asked once.
std::vector<std::string> queries_for(const std::set<std::string>& fields, store::Engine engine)
{
    const auto all = [](const std::string& value) {
        std::string query;
        for (const char* wish : wishes)
            query += (query.empty() ? "" : "&") + std::string(wish) + "=" + value;
        return query;
    };
    std::vector<std::string> queries;
    for (const char* word : { "asc", "desc", "1", "true", "value", "count", "name" })
        queries.push_back(all(word));
    for (const auto& field : fields) {
        queries.push_back(all(field));
        if (engine == store::Engine::Postgres)
            continue;
        queries.push_back(all("-" + field));
        queries.push_back(fmt::format("sort={0}&order=desc&sort_by={0}&order_by={0}&direction=desc&rank={0}&top=3", field));
    }
    return queries;
}

} // namespace

class OrderOfLists : public OnTheDemonstration {
protected:
    /// Lists of which the demonstration holds one line or none: here they have two.
    void make_short_lists_longer()
    {
        auto directrice = entered_as("directrice");
        const auto account = directrice.get("/api/session").data().at("account");
        const std::string hospital(account.at("mandates").at(0).at("place_id").as_string());
        int left = 0;
        const auto seats = directrice.get("/api/places/" + hospital + "/people").data();
        for (const auto& college : seats.at("colleges").as_array())
            for (const auto& seat : college.at("seats").as_array())
                if (college.at("college").at("kind").as_string() == "direction"
                    && seat.at("mandate_id") != account.at("mandates").at(0).at("mandate_id"))
                    left += directrice
                                .put("/api/mandates/" + std::string(seat.at("mandate_id").as_string()) + "/end",
                                    { { "ends_on", day() }, { "handover", "Ce qui est en cours." } })
                                .status
                            == 200
                        ? 1
                        : 0;
        EXPECT_EQ(left, 2);
        const json::object page { { "title", "Une autre page" }, { "authors", "" }, { "sections", json::array() },
            { "context", json::array() } };
        EXPECT_EQ(entered_as("cadre-sld")
                      .post("/api/diagnoses",
                          { { "template_id", "diagnosis" }, { "place_id", hospital }, { "programme_id", nullptr },
                              { "written_with", json::array { "direction", "staff_representatives" } }, { "contents", page },
                              { "sources", json::array() } })
                      .status,
            201);
        make_clusters();
        make_evaluation_session();
    }
    /// Of an experiment that goes on: those of the demonstration are concluded.
    void make_evaluation_session()
    {
        auto cadre = entered_as("cadre-sld");
        const auto begun = cadre.post("/api/experiments",
            { { "title", "Une relève assise" }, { "hypothesis", "Assis, on transmet." }, { "care_stake", "Rien d’oublié." },
                { "work_stake", "Partir à l’heure." }, { "perimeter", "Une unité." }, { "with_whom", "Une équipe." },
                { "measured_from", nullptr }, { "starts_on", day() }, { "ends_on", day(30) }, { "way_back", "Debout." },
                { "means", json::object { { "time", "" }, { "replaced", "" }, { "money", "" }, { "until_on", nullptr } } },
                { "works_if", "On part." }, { "harms_if", "On reste." }, { "why_not_smaller", "Toutes se relaient." },
                { "teams_asked", "D’accord." },
                { "place_id", cadre.get("/api/experiment-beginnings").data().at("places").at(0).at("id") },
                { "programme_id", nullptr }, { "from_kind", nullptr }, { "from_id", nullptr } });
        ASSERT_EQ(begun.status, 201) << begun.body;
        const auto path
            = "/api/experiments/" + std::string(begun.data().at("experiment").at("id").as_string()) + "/evaluation-session";
        ASSERT_EQ(cadre.post(path, json::object {}).status, 201);
        for (const auto* words : { "dire et recevoir", "garder les sonnettes" })
            EXPECT_EQ(cadre.post(path + "/activities", { { "words", words } }).status, 201);
    }
    /// Of that session.
    Browser chair()
    {
        auto entering = somebody();
        for (const auto& code : candidates("/api/e/{code}")) {
            const auto reply = entering.post("/api/e/" + code + "/enter", json::object {});
            if (reply.status == 201) {
                entering.set_header("X-Participant", std::string(reply.data().at("participant").as_string()));
                return entering;
            }
        }
        ADD_FAILURE() << "no session of the demonstration is open";
        return entering;
    }
    /// A second one, and in the first a session to come, of which its homes are reminded.
    void make_clusters()
    {
        auto facilitator = entered_as("aract");
        const auto clusters = facilitator.get("/api/clusters").data();
        const std::string cluster(clusters.at("items").at(0).at("id").as_string());
        const auto planned = facilitator.post("/api/programmes/" + cluster + "/sessions",
            { { "number", 7 }, { "step_key", "stakes" }, { "held_on", day(9) }, { "place_text", "Salle des fêtes" },
                { "subject", "Ce qui continue" }, { "ideas", "" }, { "starts_at", "10:00" }, { "ends_at", "16:30" },
                { "to_prepare", "" } });
        EXPECT_EQ(planned.status, 201) << planned.body;
        const auto region = must(
            database().read([](store::Reader& reader) { return reader.query("select id from place where kind = 'region'"); }));
        const auto begun = facilitator.post("/api/programmes",
            { { "place_id", region.text(0, "id") }, { "template_id", "cluster-six-seances" }, { "started_on", nullptr },
                { "title", "Un autre cluster" }, { "care_stake", "" }, { "work_stake", "" }, { "perimeter", "" },
                { "outside_perimeter", "" }, { "committee", "" }, { "openness", "participate" }, { "openness_text", "" },
                { "who_decides", "" }, { "still_open", "" } });
        EXPECT_EQ(begun.status, 201) << begun.body;
    }
    /// Somebody who keeps the machine: the demonstration has nobody of the kind.
    Browser administrator()
    {
        const Account account { AccountId::make(random_), "administration@essais.example", "Administration", "fr", true,
            clock_.now(), {} };
        const auto token = must(database().write([&](store::Transaction& transaction) -> Result<std::string> {
            TRY(store::insert_account(transaction, account));
            return store::open_session(transaction, account.id, clock_.now(), random_);
        }));
        auto browser = somebody();
        browser.set_cookie("etabli_session=" + token);
        return browser;
    }
    /// Of the discussion that is open.
    Browser phone()
    {
        for (const auto& code : candidates("/api/s/{code}")) {
            Phone entering(somebody(), code);
            if (entering.enter().status == 201)
                return entering.browser();
        }
        ADD_FAILURE() << "no discussion of the demonstration is open";
        return somebody();
    }
    std::vector<std::string> candidates(const std::string& pattern)
    {
        for (const auto& [route, sql] : standing_for)
            if (pattern.starts_with(route)) {
                const auto rows = must(database().read([&](store::Reader& reader) { return reader.query(sql); }));
                std::vector<std::string> found;
                for (const auto& row : rows.rows)
                    found.push_back(std::get<std::string>(row.at(0)));
                return found;
            }
        ADD_FAILURE() << "nothing is known to stand in " << pattern;
        return {};
    }
    /// The path under which this reader sees most; nothing when they see none.
    std::string fullest(Browser& reader, const std::string& pattern)
    {
        const auto known = asked_as.find(pattern);
        const auto& asked = known == asked_as.end() ? pattern : known->second;
        const auto open = asked.find('{');
        std::vector<std::string> paths;
        if (open == std::string::npos)
            paths.push_back(asked);
        else
            for (const auto& id : candidates(asked))
                paths.push_back(asked.substr(0, open) + id + asked.substr(asked.find('}') + 1));
        std::string best;
        std::size_t length = 0;
        for (const auto& path : paths) {
            const auto reply = reader.get(path);
            if (reply.status == 200 && reply.body.size() > length) {
                best = path;
                length = reply.body.size();
            }
        }
        return best;
    }
    /// Refused, or the same to the last byte; each wish alone when all at once were refused.
    void is_not_heard(Browser& reader, const std::string& path, const Reply& plain, const std::string& query)
    {
        const auto reply = reader.get(with_query(path, query));
        if (reply.status == plain.status && reply.body == plain.body)
            return;
        EXPECT_TRUE(reply.status >= 400 && reply.status < 500) << path << " answers otherwise to " << query;
        for (const auto wish : split(query, '&')) {
            const auto alone = reader.get(with_query(path, std::string(wish)));
            EXPECT_TRUE((alone.status >= 400 && alone.status < 500) || alone.body == plain.body)
                << path << " answers otherwise to " << wish;
        }
    }
};
STORIES(OrderOfLists);

TEST_P(OrderOfLists, no_list_is_put_in_the_order_of_a_value_whoever_asks)
{
    make_short_lists_longer();
    const auto contract = http::openapi(resources::all_routes());
    ListedFields listed(contract);
    std::vector<Browser> people { somebody(), administrator(), phone(), chair() };
    for (const char* key : { "directrice", "rep-1", "cadre-sld", "aract" })
        people.push_back(entered_as(key));

    std::size_t lists = 0;
    for (const auto& route : resources::all_routes()) {
        if (route.method != http::Method::Get || not_asked.contains(route.pattern))
            continue;
        struct Read {
            Browser* reader;
            std::string path;
            Reply plain;
        };
        std::vector<Read> reads;
        for (auto& reader : people)
            if (const auto path = fullest(reader, route.pattern); !path.empty()) {
                reads.push_back({ &reader, path, reader.get(path) });
                ASSERT_EQ(reader.get(path).body, reads.back().plain.body) << path << " is not the same twice";
            }
        const auto fields = listed.of(contract.at("paths").at(route.pattern).at("get"));
        const bool can_be_seen
            = std::any_of(reads.begin(), reads.end(), [](const auto& read) { return shows_an_order(read.plain.json()); });
        EXPECT_TRUE(can_be_seen || fields.empty() || of_one_text.contains(route.pattern))
            << route.pattern << " has a list, and nobody here reads two lines of it";
        lists += can_be_seen ? 1 : 0;
        // Each wish is made once, by the one then the other of those who read the list.
        std::size_t turn = 0;
        for (const auto& query : queries_for(fields, GetParam()))
            if (!reads.empty()) {
                const auto& read = reads.at(turn++ % reads.size());
                is_not_heard(*read.reader, read.path, read.plain, query);
            }
    }
    EXPECT_GT(lists, 30);
}

} // namespace etabli::tests
