// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/two_hosts_attackers_test.cpp
//
// What one of two bodies might hand the other instead of what it should: manifests, and closed urns. docs/anonymity.md, section 8.

#include <gmock/gmock.h>

#include "tests/support/two_hosts.hpp"

namespace etabli::tests {

class HostsApartAttackers : public TwoHosts { };
STORIES(HostsApartAttackers);

namespace {

std::string text(const json::value& value, std::string_view name)
{
    return std::string(value.at(name).as_string());
}

std::vector<std::string> lines_of(const std::string& closed)
{
    std::vector<std::string> lines;
    for (const auto line : split(closed, '\n'))
        if (!line.empty())
            lines.emplace_back(line);
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string closed;
    for (const auto& line : lines)
        closed += line + "\n";
    return closed;
}

std::string receipt_in(const std::string& record)
{
    return ballots::receipt_of(ballots::nonce_of(must(ballots::ballot_in(record)).key));
}

/// A first line that fits what follows it, written by somebody who can reckon.
std::string reckoned(std::vector<std::string> lines)
{
    auto head = parse_json(lines.at(0)).value().as_object();
    std::vector<std::string> receipts;
    for (std::size_t at = 1; at < lines.size(); ++at)
        receipts.push_back(receipt_in(lines[at]));
    auto before = text(head, "manifest_sha256");
    const auto count = static_cast<std::int64_t>(receipts.size());
    head["batches"] = json::array();
    head["count"] = count;
    head["root"] = store::root_of(receipts);
    head["head"] = store::next_head(before, store::root_of(receipts), count);
    lines[0] = json_text(head);
    return joined(lines);
}

/// The file of a guichet with something about it changed.
surveys::ManifestFile changed(
    const surveys::ManifestFile& file, const std::function<void(json::object& data)>& change, std::string hash = {})
{
    auto whole = parse_json(file.text).value();
    change(whole.at("data").as_object());
    return { json_text(whole), std::move(hash) };
}

} // namespace

TEST_P(HostsApartAttackers, a_manifest_is_taken_signed_by_both_and_whole_or_not_at_all)
{
    const auto here = draft();
    static_cast<void>(ready(here, 20));
    ASSERT_FALSE(HasFatalFailure());
    const auto file = manifest_file(here);
    const auto taken = [&](const surveys::ManifestFile& given) {
        const auto outcome = surveys::take_manifest(urn_database(), given, clock_.today());
        return code_of(outcome) + (outcome.ok() ? "" : " " + outcome.problem().detail());
    };
    const auto signatures = [](json::object& data) -> json::array& { return data["signatures"].as_array(); };
    EXPECT_EQ(taken({ "", {} }), "manifest.refused this is no file of a guichet");
    EXPECT_EQ(taken({ "{}", {} }), "manifest.refused this is no file of a guichet");
    EXPECT_EQ(
        taken(changed(file, [&](json::object& data) { signatures(data).pop_back(); })), "manifest.refused manifest.signatures");
    EXPECT_EQ(
        taken(changed(file, [&](json::object& data) { signatures(data).clear(); })), "manifest.refused manifest.signatures");
    EXPECT_EQ(
        taken(changed(file,
            [&](json::object& data) { signatures(data)[1].as_object()["signature"] = signatures(data)[0].at("signature"); })),
        "manifest.refused manifest.signatures");
    // One college that stands on both lines, and signed what it wrote.
    EXPECT_EQ(taken(changed(file,
                  [&](json::object& data) {
                      auto both = parse_json(text(data, "manifest")).value();
                      both.at("colleges").as_array()[1] = both.at("colleges").as_array()[0];
                      const auto half = direction_.half.public_half();
                      both.as_object()["joint_key"] = base64url(as_text(ballots::sum(half, half).value()));
                      data["manifest"] = json_text(both);
                      const auto key = ballots::SigningKey::of_seed(ballots::signing_seed(direction_.half));
                      const auto said = surveys::manifest_statement(sha256_hex(text(data, "manifest")));
                      for (auto& signature : signatures(data))
                          signature = json::object { { "college", "direction" }, { "signature", base64url(key.sign(said)) } };
                  })),
        "manifest.refused manifest.signatures");
    EXPECT_EQ(taken(changed(file,
                  [&](json::object& data) {
                      auto later = parse_json(text(data, "manifest")).value();
                      later.as_object()["closes_on"] = day(20);
                      data["manifest"] = json_text(later);
                  })),
        "manifest.refused manifest.signatures");
    EXPECT_EQ(taken({ file.text, std::string(64, '0') }), "manifest.refused manifest.hash");
    EXPECT_EQ(code_of(surveys::take_manifest(database(), file, clock_.today())), "manifest.own");
    EXPECT_EQ(code_of(surveys::take_manifest(urn_database(), file, clock_.today().plus_days(30))), "manifest.late");
    EXPECT_EQ(at_urn().get("/api/urn/" + id_of(here)).status, 404);

    const auto hash = text(as("cadre").get(here).data(), "manifest_sha256");
    EXPECT_EQ(taken({ file.text, hash }), "taken");
    EXPECT_EQ(taken(file), "taken"); // the same again
    EXPECT_EQ(text(at_urn().get("/api/urn/" + id_of(here)).data(), "head"), hash);
}

TEST_P(HostsApartAttackers, a_closed_urn_comes_back_whole_and_as_it_was_or_is_refused)
{
    const auto here = draft();
    answer_elsewhere(here, 5);
    ASSERT_FALSE(HasFatalFailure());
    const auto lines = lines_of(must(give(here)));
    ASSERT_EQ(lines.size(), 16U);
    const auto head = text(parse_json(lines[0]).value(), "head");
    const auto doctored = [&](const std::function<void(std::vector<std::string>&)>& change) {
        auto copy = lines;
        change(copy);
        return copy;
    };
    const auto change_line = [&](std::vector<std::string>& copy, const char* member, const json::value& value) {
        auto first = parse_json(copy[0]).value().as_object();
        first[member] = value;
        copy[0] = json_text(first);
    };
    // A row less, or one more: told by the line; and by the head that the urn shows, when the line was written again.
    const auto without = doctored([](auto& copy) { copy.erase(copy.begin() + 5); });
    EXPECT_EQ(code_of(take(joined(without))), "handover.partial");
    EXPECT_EQ(code_of(take(reckoned(without), head)), "handover.altered");
    EXPECT_EQ(code_of(take(joined(doctored([](auto& copy) { copy.push_back(copy.back()); })))), "handover.partial");
    EXPECT_EQ(code_of(take(joined(doctored([&](auto& copy) {
        copy.push_back(copy.back());
        change_line(copy, "count", 16);
    })))),
        "handover.altered");
    // A ballot that no token was signed for.
    auto forged = phone(here);
    forged.token = { std::string(32, 'x'), std::string(384, '\x07') };
    auto made = must(ballots::submission_in(ballot(here, forged, { "p2", "c1" }, "{}"))).ballot;
    EXPECT_EQ(code_of(take(reckoned(doctored([&](auto& copy) {
        copy.push_back(ballots::record_of(made));
        std::sort(copy.begin() + 1, copy.end(),
            [](const auto& one, const auto& other) { return receipt_in(one) < receipt_in(other); });
    })))),
        "handover.altered");
    // Somebody else's envelope under a valid token; two rows in each other's place; something written beside a ballot.
    EXPECT_EQ(code_of(take(joined(doctored([](auto& copy) {
        auto swapped = must(ballots::ballot_in(copy[3]));
        swapped.answers = must(ballots::ballot_in(copy[4])).answers;
        copy[3] = ballots::record_of(swapped);
    })))),
        "handover.altered");
    EXPECT_EQ(code_of(take(reckoned(doctored([](auto& copy) { std::swap(copy[3], copy[4]); })))), "handover.altered");
    EXPECT_EQ(code_of(take(joined(doctored([](auto& copy) { copy[3] += " "; })))), "handover.altered");
    // The chain.
    EXPECT_EQ(code_of(take(joined(doctored([&](auto& copy) { change_line(copy, "root", json::string(64, 'a')); })))),
        "handover.altered");
    EXPECT_EQ(code_of(take(joined(doctored([&](auto& copy) { change_line(copy, "head", json::string(64, 'a')); })))),
        "handover.altered");
    // Fewer than k, of an urn that should have destroyed them; ballots of one that says it has.
    EXPECT_EQ(code_of(take(reckoned(doctored([](auto& copy) { copy.resize(8); })))), "handover.altered");
    EXPECT_EQ(
        code_of(take(joined(doctored([&](auto& copy) { change_line(copy, "state", "destroyed"); })))), "handover.altered");
    EXPECT_EQ(code_of(take(joined(doctored([&](auto& copy) {
        change_line(copy, "state", "destroyed");
        copy.resize(1);
    })))),
        "handover.altered"); // its batches say otherwise
    for (const auto* other : { "", "{}", "etabli" })
        EXPECT_EQ(code_of(take(other)), "handover.unreadable");

    EXPECT_EQ(stage(here), "closed");
    EXPECT_EQ(must(take(joined(lines), head)).ballots, 15);
}

TEST_P(HostsApartAttackers, another_campaigns_set_is_not_this_ones)
{
    const auto first = draft();
    answer_elsewhere(first, 4);
    ASSERT_FALSE(HasFatalFailure());
    const auto second = draft();
    answer_elsewhere(second, 4);
    ASSERT_FALSE(HasFatalFailure());
    auto lines = lines_of(must(give(first)));
    const auto others = lines_of(must(give(second)));
    // Its ballots under this one's line, and this one's ballots under its own.
    auto mixed = others;
    mixed[0] = lines[0];
    EXPECT_EQ(code_of(take(reckoned(mixed))), "handover.altered");
    auto line = parse_json(lines[0]).value().as_object();
    line["campaign"] = id_of(second);
    mixed = lines;
    mixed[0] = json_text(line);
    EXPECT_EQ(code_of(take(joined(mixed))), "handover.other_campaign");
    line["campaign"] = "0123456789abcdefghjkmnpqrs";
    mixed[0] = json_text(line);
    EXPECT_EQ(code_of(take(joined(mixed))), "handover.other_campaign");
    EXPECT_EQ(must(take(joined(lines))).ballots, 12);
    EXPECT_EQ(must(take(joined(others))).ballots, 12);
}

} // namespace etabli::tests
