// SPDX-License-Identifier: EUPL-1.2
// domain/experiments/joint.cpp

#include "domain/experiments/joint.hpp"

#include <algorithm>

namespace etabli::experiments {

namespace {

/// What one figure says. Later ones say more than earlier ones; both ways at once is said by two.
FieldStanding standing_of(const std::optional<FollowUpChange>& change)
{
    if (!change || change->reading == ChangeReading::TooFew || change->reading == ChangeReading::MovedBefore)
        return FieldStanding::TooFew;
    if (change->reading == ChangeReading::NotToldApart)
        return FieldStanding::NotToldApart;
    switch (change->hoped) {
    case HopedReading::AsHoped:
        return FieldStanding::AsHoped;
    case HopedReading::Contrary:
        return FieldStanding::Contrary;
    case HopedReading::Unsaid:
        return FieldStanding::Unsaid;
    }
    VERIFY(false);
}

FieldStanding together(FieldStanding one, FieldStanding other)
{
    const auto [less, more] = std::minmax(one, other);
    return less >= FieldStanding::AsHoped && less != more ? FieldStanding::Both : more;
}

} // namespace

JointReading read_jointly(const std::vector<FieldChange>& figures)
{
    JointReading reading;
    const auto standing = [&](EvaluationField field) -> FieldStanding& {
        return field == EvaluationField::Activity ? reading.activity
            : field == EvaluationField::Methods   ? reading.methods
                                                  : reading.practices;
    };
    bool is_hoped = false;
    bool is_contrary = false;
    for (const auto& figure : figures) {
        const auto said = standing_of(figure.change);
        is_hoped |= said == FieldStanding::AsHoped;
        is_contrary |= said == FieldStanding::Contrary;
        standing(figure.field) = together(standing(figure.field), said);
    }
    reading.is_mixed = is_hoped && is_contrary;
    return reading;
}

} // namespace etabli::experiments
