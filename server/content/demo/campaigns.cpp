// SPDX-License-Identifier: EUPL-1.2
// server/content/demo/campaigns.cpp

#include "server/content/demo/campaigns.hpp"

#include <numeric>

#include "engine/publication/publication.hpp"
#include "engine/tabulation/comments.hpp"
#include "store/campaigns.hpp"
#include "store/comments.hpp"
#include "store/instruments.hpp"

namespace etabli::content::demo {

namespace {

constexpr std::uint64_t answers_seed = 17; // the same story each time
constexpr int kept_days = 150; // sealed ballots and unread comments, after closing

struct Drawn {
    std::vector<std::string> profiles;
    std::vector<std::string> answers;
};

tabulation::Cut cut_of(const Story& story, const Record& told)
{
    tabulation::Cut cut;
    for (const auto& category : told.list("categories"))
        cut.categories.push_back({ category.code("code"), { category.of("name").text("fr"), category.of("name").text("en") } });
    for (const auto& place : told.list("places")) {
        auto& line = cut.places.emplace_back();
        line.code = place.code("code");
        line.name = place.text("name");
        if (place.has("parent"))
            line.parent = place.code("parent");
        if (const auto found = story.places.find(place.code("key")); found != story.places.end())
            line.members = { found->second.id.text() };
        for (const auto& category : cut.categories)
            if (const auto people = place.of("people").number(category.code); people > 0) {
                cut.people.push_back({ line.code, category.code, people });
                line.headcount += people;
            }
    }
    return cut;
}

/// One of the options that count, the later the likelier as somebody leans that way (-2 to 2); sometimes none.
std::optional<std::string> drawn_answer(
    const instruments::Form& form, const instruments::Item& item, int leaning, Random& random)
{
    constexpr std::uint64_t one_in = 25; // leaves a question out
    const auto& options = instruments::options_of(form.instrument(), form.question_of(item));
    if (random.below(one_in) == 0 || options.empty())
        return {};
    std::vector<std::uint64_t> weights;
    std::uint64_t all = 0;
    for (std::size_t option = 0; option < options.size(); ++option) {
        const auto step = static_cast<int>(option) * 2 - static_cast<int>(options.size()) + 1;
        const auto pull = (item.reversed ? -step : step) * leaning;
        weights.push_back(options[option].value ? static_cast<std::uint64_t>(std::max(2, 8 + pull)) : 1);
        all += weights.back();
    }
    auto at = random.below(all);
    for (std::size_t option = 0; option < options.size(); ++option) {
        if (at < weights[option])
            return options[option].code;
        at -= weights[option];
    }
    return {};
}

Drawn draw(const Record& told, const tabulation::Cut& cut, std::int64_t k, const instruments::Form& form, Random& random)
{
    Drawn drawn;
    const auto offered = tabulation::offered(cut, k);
    const auto places = told.list("places");
    for (const auto& group : cut.people) {
        const auto place
            = std::find_if(places.begin(), places.end(), [&](const Record& each) { return each.code("code") == group.place; });
        const auto& asked = offered.at(group.place);
        const bool is_asked = group.category && std::find(asked.begin(), asked.end(), *group.category) != asked.end();
        for (std::int64_t person = 0; person < group.headcount; ++person) {
            if (static_cast<std::int64_t>(random.below(100)) >= place->number("answered_percent"))
                continue;
            drawn.profiles.push_back(ballots::profile_text({ group.place, is_asked ? group.category : std::nullopt }));
            json::object answers;
            for (const auto& item : form.items())
                if (auto code = drawn_answer(
                        form, item, static_cast<int>(place->number("leaning")) + static_cast<int>(random.below(3)) - 1, random))
                    answers[item.code] = *code;
            drawn.answers.push_back(json_text(answers));
        }
    }
    return drawn;
}

/// What the story has people write, each by somebody drawn; colleges have not read it yet.
Result<void> write_comments(Story& story, const Campaign& campaign, const instruments::Form& form, Drawn drawn,
    const std::vector<std::string>& written, Random& random)
{
    std::vector<std::size_t> writers(drawn.answers.size());
    std::iota(writers.begin(), writers.end(), 0);
    random.shuffle(writers);
    for (std::size_t each = 0; each < written.size(); ++each) {
        auto answers = TRY(parse_json(drawn.answers.at(writers.at(each))));
        answers.as_object()["words"] = written[each];
        drawn.answers[writers[each]] = json_text(answers);
    }
    const auto placed = tabulation::place_ballots(campaign.cut, campaign.k, drawn.profiles);
    return store::insert_comments(story.transaction,
        surveys::comments_to_read(campaign.id, tabulation::comments_of(placed, form, drawn.answers, random)));
}

/// Released as any campaign is, and refused as any would be if an attacker found something.
Result<void> publish(Story& story, const Campaign& campaign, const instruments::Form& form, const Drawn& drawn)
{
    const auto placed = tabulation::place_ballots(campaign.cut, campaign.k, drawn.profiles);
    const auto release
        = TRY(tabulation::count_answers(placed, campaign.k, form, drawn.answers, tabulation::Sensitive::AsRulesSay));
    if (!release.report.is_safe())
        return Problem("pack.invalid", "demo: an attacker found what is closed");
    std::string file;
    TRY(publication::write_publication(release, tabulation::items_of(tabulation::counted_items(form)),
        tabulation::release_rules(campaign.k), { campaign.title, campaign.closes_on->text(), {} },
        { publication::make_secret_key(story.random) }, [&](std::string_view bytes) -> Result<void> {
            file += bytes;
            return {};
        }));
    const auto identity = TRY(publication::Publication::read(file)).identity();
    return store::insert_publication(story.transaction, { campaign.id, identity, base64url(file) });
}

/// One that is being prepared: its cut, and nothing else yet.
Result<void> prepare(Story& story, const Record& told)
{
    Campaign campaign;
    campaign.id = CampaignId::make(story.random);
    campaign.establishment_id = TRY(story.establishment(told.code("place")));
    campaign.title = told.text("title");
    campaign.purpose = told.text("purpose");
    campaign.begun_on = TRY(told.day("begun_at"));
    campaign.cut = cut_of(story, told);
    return store::insert_campaign(story.transaction, campaign);
}

Result<void> tell(Story& story, const Record& told)
{
    const auto instrument = story.instruments.find(told.code("instrument"));
    if (instrument == story.instruments.end())
        return Problem("pack.invalid", "demo: no questionnaire " + told.code("instrument"));
    const auto fixed = TRY(store::load_fixed(story.transaction, instrument->second, 1));
    const auto form = TRY(instruments::Form::create(TRY(instruments::instrument_from(fixed.content))));
    Campaign campaign;
    campaign.id = CampaignId::make(story.random);
    campaign.establishment_id = TRY(story.establishment(told.code("place")));
    campaign.title = told.text("title");
    campaign.purpose = told.text("purpose");
    campaign.instrument_id = instrument->second;
    campaign.instrument_number = 1;
    campaign.begun_on = TRY(told.day("begun_at"));
    campaign.pickup_on = TRY(told.day("pickup_at"));
    campaign.opens_on = TRY(told.day("opens_at"));
    campaign.closes_on = TRY(told.day("closes_at"));
    campaign.destroy_by = campaign.closes_on->plus_days(kept_days);
    campaign.cut = cut_of(story, told);
    campaign.state = CampaignState::Published;
    campaign.ended_on = campaign.closes_on->plus_days(1);
    TRY(store::insert_campaign(story.transaction, campaign));
    SeededRandom random(answers_seed);
    const auto drawn = draw(told, campaign.cut, campaign.k, form, random);
    TRY(publish(story, campaign, form, drawn));
    return write_comments(story, campaign, form, drawn, told.texts("written"), random);
}

} // namespace

Result<void> tell_campaigns(Story& story)
{
    for (const auto& told : TRY(story.file("campaigns")).list("items"))
        if (told.truth("draft"))
            story.days.on(TRY(told.day("begun_at")), [&story, told] { return prepare(story, told); });
        else
            story.days.on(TRY(told.day("closes_at")), [&story, told] { return tell(story, told); });
    return {};
}

} // namespace etabli::content::demo
