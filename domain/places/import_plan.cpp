// SPDX-License-Identifier: EUPL-1.2
// domain/places/import_plan.cpp
//
// From rows to what would be written: each row finds its parent, then the place it already is, if any.

#include <algorithm>

#include "domain/places/import.hpp"
#include "domain/places/rules.hpp"

namespace etabli {

namespace {

bool is_directory(PlaceKind kind)
{
    return kind == PlaceKind::Nation || kind == PlaceKind::Region || kind == PlaceKind::Establishment;
}

class Planner {
public:
    Planner(const ImportScope& scope, Random& random) : scope_(scope), random_(random)
    {
        for (const auto& place : scope.existing)
            know(place, 0);
    }

    ImportPlan plan(const ImportFile& file)
    {
        plan_.lines = file.not_taken;
        // Parents first, whatever their order in the file; among equals the file's own order.
        std::vector<const ImportRow*> rows;
        for (const auto& row : file.rows)
            rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->kind < b->kind; });
        for (const auto* row : rows)
            take(*row);
        std::stable_sort(plan_.lines.begin(), plan_.lines.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
        return std::move(plan_);
    }

private:
    struct Known {
        Place place;
        int line = 0; // where the file says it; 0 when it only was there before
    };

    std::size_t know(const Place& place, int line)
    {
        const auto at = known_.size();
        known_.push_back({ place, line });
        by_name_[compared_name(place.name)].push_back(at);
        if (place.finess_site)
            by_finess_[*place.finess_site] = at;
        if (place.parent_id)
            by_parent_[place_key(*place.parent_id, place.kind, place.name)] = at;
        auto& next = next_position_[place.parent_id ? place.parent_id->text() : std::string()];
        next = std::max(next, place.position + 1);
        return at;
    }

    static std::string place_key(const PlaceId& parent, PlaceKind kind, std::string_view name)
    {
        return parent.text() + "/" + std::string(name_of(kind)) + "/" + compared_name(name);
    }

    void say(const ImportRow& row, ImportOutcome outcome, ImportReason reason = ImportReason::None,
        std::optional<std::string> name_before = {})
    {
        plan_.lines.push_back({ row.line, outcome, reason, row.name, row.kind, row.finess_site, std::move(name_before) });
    }

    void take(const ImportRow& row)
    {
        if (is_directory(row.kind) && scope_.under)
            return say(row, ImportOutcome::NotTaken, ImportReason::NotInYourPart);
        if (row.finess_site && !finess_seen_.insert(*row.finess_site).second)
            return say(row, ImportOutcome::NotTaken, ImportReason::FinessTwice);
        if (row.finess_site && scope_.finess_elsewhere.contains(*row.finess_site))
            return say(row, ImportOutcome::NotTaken, ImportReason::FinessElsewhere);
        std::optional<std::size_t> parent;
        if (row.kind != PlaceKind::Nation)
            if (const auto reason = find_parent(row, parent); reason != ImportReason::None)
                return say(row, ImportOutcome::NotTaken, reason);
        const auto parent_kind = parent ? std::optional(known_[*parent].place.kind) : std::nullopt;
        if (!hangs_under(row.kind, parent_kind).ok())
            return say(row, ImportOutcome::NotTaken, ImportReason::ParentDoesNotFit);
        const auto same = find_same(row, parent);
        if (same && known_[*same].place.kind != row.kind)
            return say(row, ImportOutcome::NotTaken, ImportReason::FinessElsewhere);
        if (same && known_[*same].line != 0)
            return say(row, ImportOutcome::NotTaken, ImportReason::PlaceTwice);
        if (same)
            return compare(row, *same, parent);
        create(row, parent);
    }

    ImportReason find_parent(const ImportRow& row, std::optional<std::size_t>& parent)
    {
        if (row.region_code)
            return find_region(row, parent);
        if (row.parent.empty()) {
            if (!scope_.under)
                return ImportReason::ParentMissing;
            for (std::size_t at = 0; at < known_.size(); ++at)
                if (known_[at].place.id == *scope_.under)
                    parent = at;
            return parent ? ImportReason::None : ImportReason::ParentUnknown;
        }
        if (const auto numbered = by_finess_.find(row.parent); numbered != by_finess_.end()) {
            parent = numbered->second;
            return ImportReason::None;
        }
        return find_parent_by_name(row, parent);
    }

    /// The one of that name that fits. When several do, the nearest above in the file, as a nested list is read.
    ImportReason find_parent_by_name(const ImportRow& row, std::optional<std::size_t>& parent)
    {
        const auto named = by_name_.find(compared_name(row.parent));
        if (named == by_name_.end())
            return ImportReason::ParentUnknown;
        std::vector<std::size_t> fitting;
        for (const auto at : named->second)
            if (hangs_under(row.kind, known_[at].place.kind).ok())
                fitting.push_back(at);
        if (fitting.empty())
            return ImportReason::ParentDoesNotFit;
        if (fitting.size() == 1) {
            parent = fitting.front();
            return ImportReason::None;
        }
        for (const auto at : fitting)
            if (known_[at].line != 0 && known_[at].line < row.line && (!parent || known_[at].line > known_[*parent].line))
                parent = at;
        return parent ? ImportReason::None : ImportReason::ParentAmbiguous;
    }

    ImportReason find_region(const ImportRow& row, std::optional<std::size_t>& parent)
    {
        const auto name = scope_.region_names.find(*row.region_code);
        if (name == scope_.region_names.end())
            return ImportReason::RegionUnknown;
        for (std::size_t at = 0; at < known_.size(); ++at) {
            const auto& place = known_[at].place;
            if (place.kind == PlaceKind::Region
                && (place.insee_code == row.region_code || compared_name(place.name) == compared_name(name->second)))
                parent = at;
        }
        if (parent)
            return ImportReason::None;
        const ImportRow region {
            .line = row.line, .kind = PlaceKind::Region, .name = name->second, .region_code = row.region_code
        };
        parent = create(region, nation(row.line));
        return ImportReason::None;
    }

    std::size_t nation(int line)
    {
        for (std::size_t at = 0; at < known_.size(); ++at)
            if (known_[at].place.kind == PlaceKind::Nation)
                return at;
        return create({ .line = line, .kind = PlaceKind::Nation, .name = scope_.nation_name }, {});
    }

    std::optional<std::size_t> find_same(const ImportRow& row, const std::optional<std::size_t>& parent) const
    {
        if (row.finess_site)
            if (const auto numbered = by_finess_.find(*row.finess_site); numbered != by_finess_.end())
                return numbered->second;
        if (!parent) {
            for (std::size_t at = 0; at < known_.size(); ++at)
                if (known_[at].place.kind == row.kind && compared_name(known_[at].place.name) == compared_name(row.name))
                    return at;
            return std::nullopt;
        }
        const auto named = by_parent_.find(place_key(known_[*parent].place.id, row.kind, row.name));
        // Two sites of one name with two numbers are two places.
        if (named == by_parent_.end() || (row.finess_site && known_[named->second].place.finess_site))
            return std::nullopt;
        return named->second;
    }

    void compare(const ImportRow& row, std::size_t at, const std::optional<std::size_t>& parent)
    {
        const auto before = known_[at].place;
        auto after = before;
        const bool renamed = compared_name(before.name) != compared_name(row.name);
        if (renamed)
            after.name = row.name;
        if (parent)
            after.parent_id = known_[*parent].place.id;
        if (row.finess_site)
            after.finess_site = row.finess_site;
        if (row.finess_entity)
            after.finess_entity = row.finess_entity;
        if (row.headcount)
            after.headcount = row.headcount;
        if (row.department_code)
            after.insee_code = row.department_code;
        after.closed_on.reset();
        known_[at].line = row.line;
        const bool same = after.name == before.name && after.parent_id == before.parent_id
            && after.finess_site == before.finess_site && after.finess_entity == before.finess_entity
            && after.headcount == before.headcount && after.insee_code == before.insee_code && !before.closed_on;
        if (same)
            return say(row, ImportOutcome::Unchanged);
        ++after.version;
        known_[at].place = after;
        plan_.changed.push_back({ before, after });
        say(row, ImportOutcome::Changed, ImportReason::None, renamed ? std::optional(before.name) : std::nullopt);
    }

    std::size_t create(const ImportRow& row, const std::optional<std::size_t>& parent)
    {
        Place place;
        place.id = PlaceId::make(random_);
        place.kind = row.kind;
        place.name = row.name;
        place.finess_entity = row.finess_entity;
        place.finess_site = row.finess_site;
        place.headcount = row.headcount;
        place.insee_code = row.kind == PlaceKind::Region ? row.region_code : row.department_code;
        if (parent)
            place.parent_id = known_[*parent].place.id;
        if (row.kind == PlaceKind::Establishment)
            place.establishment_id = place.id;
        else if (parent)
            place.establishment_id = known_[*parent].place.establishment_id;
        place.position = next_position_[place.parent_id ? place.parent_id->text() : std::string()];
        plan_.created.push_back(place);
        say(row, ImportOutcome::Created);
        return know(place, row.line);
    }

    const ImportScope& scope_;
    Random& random_;
    ImportPlan plan_;
    std::vector<Known> known_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
    std::map<std::string, std::size_t, std::less<>> by_finess_;
    std::map<std::string, std::size_t, std::less<>> by_parent_;
    std::map<std::string, std::int64_t, std::less<>> next_position_;
    std::set<std::string, std::less<>> finess_seen_;
};

} // namespace

std::string compared_name(std::string_view name)
{
    auto lower = lower_ascii(trimmed(name));
    // Upper-case Latin letters with accents (U+00C0 to U+00DE) stand 32 below their small ones in UTF-8 too.
    for (std::size_t at = 0; at + 1 < lower.size(); ++at) {
        const auto second = static_cast<unsigned char>(lower[at + 1]);
        if (static_cast<unsigned char>(lower[at]) == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97)
            lower[at + 1] = static_cast<char>(second + 0x20);
    }
    return lower;
}

ImportPlan plan_import(const ImportFile& file, const ImportScope& scope, Random& random)
{
    return Planner(scope, random).plan(file);
}

} // namespace etabli
