// SPDX-License-Identifier: EUPL-1.2
// tests/scenarios/contacts_test.cpp
//
// Whom to go to: named by the colleges of the establishment, read by anybody, with or without an account.

#include "tests/support/story.hpp"

#include "store/audit.hpp"

namespace etabli::tests {

class Contacts : public Story {
protected:
    std::string contacts() { return "/api/places/" + hospital_id() + "/contacts"; }
    Reply names(const std::string& person, const std::string& words, std::int64_t version)
    {
        return as(person).put(contacts() + "/occupational_doctor", { { "words", words }, { "version", version } });
    }
};
STORIES(Contacts);

TEST_P(Contacts, the_colleges_name_them_and_anybody_reads_them)
{
    EXPECT_TRUE(somebody().get(contacts()).data().at("contacts").as_array().empty());
    const auto named = names("representante", "Service de prévention, poste 4512, le mardi", 0);
    ASSERT_EQ(named.status, 200) << named.body;
    const auto read = somebody().get(contacts());
    EXPECT_EQ(
        read.data().at("contacts").as_array().at(0).at("words").as_string(), "Service de prévention, poste 4512, le mardi");
    EXPECT_EQ(read.body.find("name_contacts"), std::string::npos);
    EXPECT_EQ(as("directrice").get(contacts()).data_text(), as("representante").get(contacts()).data_text());

    bool written_down = false;
    for (const auto& entry :
        must(database().read([&](store::Reader& reader) { return store::audit_entries(reader, hospital_id(), 0, 100); })))
        written_down |= entry.action == "contact.named";
    EXPECT_TRUE(written_down);
}

TEST_P(Contacts, two_who_write_at_once_lose_nothing)
{
    ASSERT_EQ(names("directrice", "Poste 4512", 0).status, 200);
    const auto late = names("representante", "Poste 4513", 0);
    EXPECT_EQ(late.code(), "version.stale");
    EXPECT_NE(late.body.find("Poste 4512"), std::string::npos);
    EXPECT_EQ(names("representante", "Poste 4513", 1).status, 200);
}

TEST_P(Contacts, nobody_else_writes_them_and_only_those_of_the_list)
{
    EXPECT_EQ(names("infirmiere", "Moi", 0).code(), "right.missing");
    EXPECT_EQ(as("directrice").put(contacts() + "/a_friend", { { "words", "x" }, { "version", 0 } }).status, 404);
    EXPECT_EQ(as("directrice")
                  .put("/api/places/" + other_hospital_id() + "/contacts/mediator", { { "words", "x" }, { "version", 0 } })
                  .code(),
        "right.missing");
    EXPECT_NE(somebody().put(contacts() + "/mediator", { { "words", "x" }, { "version", 0 } }).status, 200);
}

} // namespace etabli::tests
