// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/joint.hpp
//
// The three fields read together: an experiment that is good for one and harmful to another is shown as such. No sum, no
// mark, no order. docs/methods/follow_up.md, section 4.

#pragma once

#include "domain/experiments/follow_up.hpp"

namespace etabli {

/// What the figures of one field say together.
enum class FieldStanding { NotCounted, TooFew, NotToldApart, Unsaid, AsHoped, Contrary, Both };

template <>
struct Names<FieldStanding> {
    static constexpr std::array table {
        std::pair { FieldStanding::NotCounted, std::string_view("not_counted") },
        std::pair { FieldStanding::TooFew, std::string_view("too_few") },
        std::pair { FieldStanding::NotToldApart, std::string_view("not_told_apart") },
        std::pair { FieldStanding::Unsaid, std::string_view("unsaid") },
        std::pair { FieldStanding::AsHoped, std::string_view("as_hoped") },
        std::pair { FieldStanding::Contrary, std::string_view("contrary") },
        std::pair { FieldStanding::Both, std::string_view("both") },
    };
};

struct JointReading {
    FieldStanding activity = FieldStanding::NotCounted;
    FieldStanding methods = FieldStanding::NotCounted;
    FieldStanding practices = FieldStanding::NotCounted;
    bool is_mixed = false; // something went as hoped, and something the other way
};

template <>
struct Describe<JointReading> {
    static constexpr std::string_view name = "JointReading";
    static constexpr auto fields = std::tuple {
        field("activity", &JointReading::activity),
        field("methods", &JointReading::methods),
        field("practices", &JointReading::practices),
        field("is_mixed", &JointReading::is_mixed),
    };
};

namespace experiments {

struct FieldChange {
    EvaluationField field = EvaluationField::Activity;
    std::optional<FollowUpChange> change;
};

JointReading read_jointly(const std::vector<FieldChange>& figures);

} // namespace experiments
} // namespace etabli
