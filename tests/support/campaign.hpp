// SPDX-License-Identifier: EUPL-1.2
// tests/support/campaign.hpp
//
// A campaign played from its draft to its release, by people at their own sides of HTTP: two colleges with their halves, phones that
// take a token and hand in a ballot.

#pragma once

#include <functional>

#include "domain/surveys/campaigns.hpp"
#include "tests/support/story.hpp"

namespace etabli::tests {

/// A college with the half that its browser keeps.
struct PlayedCollege {
    std::string name; // "direction"
    std::string person;
    ballots::SecretHalf half;
};

/// A phone: what it drew, and the bytes that it sends until it is answered.
struct PlayedPhone {
    ballots::SigningKey key;
    std::string prepared;
    std::string blinded;
    ballots::Token token;
};

class CampaignStory : public Story {
protected:
    static constexpr int unit_people = 20;

    /// A cut of three units of nurses or aides, in two poles.
    static json::value three_units(int people = unit_people);
    /// Begun by the facilitator on the pulse of six, with its dates; `/api/campaigns/ID`.
    std::string draft(const std::string& mode = "sealed", const json::value& cut = three_units());
    json::object edit_of(const std::string& here);
    /// The draft asks the pulse of six and one more question, given as a questionnaire has it.
    Reply ask_also(const std::string& here, const std::string& question);
    void pass_gate(const std::string& here);
    void hold_ceremony(const std::string& here);
    std::vector<std::string> draw_codes(const std::string& here, std::int64_t count);
    /// Everything up to the first day of pick-up; the codes.
    std::vector<std::string> ready(const std::string& here, std::int64_t codes = 60);

    /// Of the guichet, as somebody reads it.
    json::value manifest(const std::string& here);
    PlayedPhone phone(const std::string& here);
    Reply take_token(const std::string& here, PlayedPhone& phone, const std::string& code);
    /// What the phone would send.
    std::string ballot(
        const std::string& here, const PlayedPhone& phone, const ballots::Profile& profile, const std::string& answers);
    Reply hand_in(const std::string& here, const std::string& ballot);
    /// `people` of each unit answer: the pulse's options, one after the other, and `words` where words are asked.
    void answer(const std::string& here, const std::vector<std::string>& codes, int people_per_unit,
        const std::function<std::string(std::size_t)>& words = {});

    void run_jobs();
    Reply open_part(const std::string& here, const PlayedCollege& college, const std::string& envelope);
    Reply sign_mask(const std::string& here, const PlayedCollege& college);
    /// From closing to release.
    void open_together(const std::string& here);
    std::string stage(const std::string& here, const std::string& person = "infirmiere");

    PlayedCollege direction_ { "direction", "directrice", ballots::SecretHalf::make(random_) };
    PlayedCollege representatives_ { "staff_representatives", "representante", ballots::SecretHalf::make(random_) };
    static std::string id_of(const std::string& here) { return here.substr(here.rfind('/') + 1); }

private:
    void rehearse(const std::string& here, const PlayedCollege& college, const char* way);
};

} // namespace etabli::tests
