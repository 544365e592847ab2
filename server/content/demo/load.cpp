// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/load.cpp

#include "server/content/demo/load.hpp"

#include "server/content/demo/campaigns.hpp"
#include "server/content/demo/experiments.hpp"
#include "server/content/demo/instruments.hpp"
#include "server/content/demo/programmes.hpp"
#include "server/content/demo/sheets.hpp"
#include "server/content/demo/spaces.hpp"
#include "server/content/demo/thread.hpp"
#include "store/settings.hpp"

namespace etabli::content::demo {

namespace {

/// The day it was loaded; there is no such setting in any other database.
constexpr auto loaded_on = "demo.loaded";

} // namespace

Result<bool> load(store::Database& database, const Packs& packs, Date today, Random& random)
{
    return database.write([&](store::Transaction& transaction) -> Result<bool> {
        if (TRY(store::find_setting(transaction, loaded_on)))
            return false;
        if (TRY(store::holds_anything(transaction)))
            return Problem("demo.other_data");
        const StoryCalendar calendar(today);
        Story story { transaction, packs, calendar, random };
        TRY(load_places(story));
        TRY(load_people(story));
        TRY(tell_demarches(story));
        TRY(tell_cluster(story));
        TRY(tell_spaces(story));
        TRY(tell_proposals(story));
        TRY(tell_experiments(story));
        TRY(tell_sheets(story));
        TRY(tell_gates(story));
        TRY(tell_instruments(story));
        TRY(tell_campaigns(story));
        TRY(tell_open_space(story));
        TRY(tell_thread(story));
        TRY(story.days.play());
        TRY(load_entries(story));
        TRY(store::keep_setting(transaction, loaded_on, today.text()));
        return true;
    });
}

} // namespace etabli::content::demo
