// SPDX-License-Identifier: EUPL-1.2
// cli/publication.cpp
//
// `etabli disclosure publish`, `show` and `key`: answers to one signed file, what is in such a file, and keys to sign with.

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/fields.hpp"
#include "base/time.hpp"
#include "cli/disclosure_options.hpp"
#include "cli/files.hpp"
#include "engine/publication/publication.hpp"

namespace etabli::cli {

namespace {

using publication::Publication;

struct PublishOptions : LatticeOptions {
    std::string answers;
    std::string items;
    std::string name;
    std::string closed_on;
    std::string within;
    publication::ReleaseRules rules;
    std::vector<std::string> keys;
    std::string mask;
    std::vector<std::string> before;
    std::string out;
};

struct ShowOptions {
    std::string publication;
    std::vector<std::string> signed_by;
    std::string level;
    std::string node;
    std::string category = std::string(disclosure::Lattice::total_name);
    std::string item;
};

struct KeyOptions {
    std::string out;
};

Result<std::vector<publication::SecretKey>> keys_in(const std::vector<std::string>& files)
{
    std::vector<publication::SecretKey> keys;
    for (const auto& file : files)
        keys.push_back(TRY(publication::secret_key_in(TRY(read_file(file)))));
    return keys;
}

/// The level that ranges are looked for within: one's own, or establishments where there are any, or everything.
Result<int> interval_level(const PublishOptions& options, const disclosure::Lattice& lattice)
{
    if (!options.within.empty())
        return level_named(lattice, options.within, "--within");
    const auto establishments = level_named(lattice, options.establishment, "--establishment");
    return establishments.ok() ? establishments.value() : 0;
}

/// FILE, or FILE:COLUMN where people stood elsewhere.
Result<publication::Earlier> read_before(const std::string& said, const std::string& answers_text,
    const publication::AnswersColumns& columns, const std::vector<publication::Item>& items,
    const publication::Answers& answers)
{
    std::error_code error;
    const auto colon = std::filesystem::exists(said, error) ? said.npos : said.rfind(':');
    auto there = columns;
    if (colon != said.npos)
        there.place = said.substr(colon + 1);
    const auto made = TRY(Publication::read(TRY(read_file(said.substr(0, colon)))));
    return publication::read_earlier(made, answers_text, there, items, answers);
}

Result<int> publish(const PublishOptions& options)
{
    if (!Date::parse(options.closed_on))
        return Problem("request.invalid", "--closed-on: a day, as 2026-11-20");
    if (options.k < disclosure::k_default)
        return Problem("request.invalid", fmt::format("--k: {} is the least that is published", disclosure::k_default));
    const auto keys = TRY(keys_in(options.keys));
    LatticeOptions places_of_everybody = options;
    places_of_everybody.count = options.headcount;
    const auto places = TRY(lattice_of(places_of_everybody));
    const auto items = TRY(publication::read_items(TRY(read_file(options.items))));
    const auto answers_text = TRY(read_file(options.answers));
    const publication::AnswersColumns columns { places.levels().back(), options.by.front() };
    const auto answers = TRY(publication::read_answers(answers_text, columns, items, places));
    std::vector<publication::Earlier> earlier;
    std::vector<std::string> identities;
    for (const auto& before : options.before) {
        earlier.push_back(TRY(read_before(before, answers_text, columns, items, answers)));
        identities.push_back(earlier.back().identity);
    }
    auto rules = options.rules;
    rules.rules = TRY(rules_of(options, places));
    rules.interval_level = TRY(interval_level(options, places));
    rules.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const auto release = TRY(publication::make_release(places, items, answers, rules, earlier));
    fmt::print("{}\n", json_text(publication::report_json(release.report)));
    if (!release.report.is_safe()) {
        fmt::print(stderr, "etabli: an attacker found what is closed; nothing was published\n");
        return 1;
    }
    if (!options.mask.empty())
        TRY(write_file(options.mask, disclosure::mask_text(release.respondents, release.protection)));
    TRY(write_file(options.out, [&](const Put& put) {
        return publication::write_publication(
            release, items, rules, { options.name, options.closed_on, identities }, keys, put);
    }));
    return 0;
}

json::value number_or_null(const std::optional<float>& number)
{
    return number ? json::value(*number) : json::value();
}

json::object shown_json(const publication::Item& item, const std::optional<publication::Shown>& shown)
{
    json::object made { { "item", item.id } };
    if (!shown) {
        made["state"] = "withheld";
        return made;
    }
    made["no_answer"] = shown->no_answer;
    made["options"] = json::array(shown->by_option.begin(), shown->by_option.end());
    made["mean"] = number_or_null(shown->mean);
    made["mean_interval"] = { number_or_null(shown->mean_low), number_or_null(shown->mean_high) };
    if (item.first_favourable) {
        made["favourable_from"] = *item.first_favourable;
        made["favourable"] = number_or_null(shown->share);
        made["favourable_interval"] = { number_or_null(shown->share_low), number_or_null(shown->share_high) };
    }
    return made;
}

Result<json::object> cell_json(const Publication& made, const ShowOptions& options)
{
    const int node = made.find(options.level, options.node);
    if (node < 0)
        return Problem("request.invalid", fmt::format("--node: no place {} of level {}", options.node, options.level));
    const auto& categories = made.categories();
    const auto category = std::find(categories.begin(), categories.end(), options.category);
    const bool is_total = options.category == disclosure::Lattice::total_name;
    if (!is_total && category == categories.end())
        return Problem("request.invalid", fmt::format("--category: there is no {}", options.category));
    json::object cell { { "level", options.level }, { "node", options.node }, { "category", options.category } };
    const auto rank = made.open().rank(node, is_total ? 0 : static_cast<int>(category - categories.begin()) + 1);
    if (!rank) {
        cell["state"] = "withheld";
        return cell;
    }
    cell["people"] = made.people(*rank);
    cell["headcount"] = made.headcount(*rank);
    json::array items;
    for (std::size_t item = 0; item < made.items().size(); ++item)
        if (options.item.empty() || options.item == made.items()[item].id)
            items.push_back(shown_json(made.items()[item], made.look_up(*rank, item)));
    if (items.empty() && !options.item.empty())
        return Problem("request.invalid", fmt::format("--item: there is no {}", options.item));
    cell["items"] = std::move(items);
    return cell;
}

Result<int> show(const ShowOptions& options)
{
    std::vector<std::string> wanted;
    for (const auto& key : options.signed_by)
        wanted.push_back(publication::key_text(TRY(publication::public_key_in(key))));
    const auto made = TRY(Publication::read(TRY(read_file(options.publication))));
    std::vector<std::string> signers;
    for (const auto& key : made.signers())
        signers.push_back(publication::key_text(key));
    if (options.level.empty()) {
        auto header = made.header();
        header["identity"] = made.identity();
        header["signed_by"] = json::array(signers.begin(), signers.end());
        fmt::print("{}\n", json_text(header));
    } else {
        fmt::print("{}\n", json_text(TRY(cell_json(made, options))));
    }
    for (const auto& key : wanted)
        if (std::find(signers.begin(), signers.end(), key) == signers.end()) {
            fmt::print(stderr, "etabli: not signed by {}\n", key);
            return 1;
        }
    return 0;
}

Result<int> write_key(const KeyOptions& options)
{
    // Its owner's alone from the first byte, and nothing that is there already.
    const int file = ::open(options.out.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return Problem("request.invalid", fmt::format("--out: {}: {}", options.out, std::strerror(errno)));
    SystemRandom random;
    const auto key = publication::make_secret_key(random);
    const auto text = publication::key_text(key) + "\n";
    const bool is_written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    if (::close(file) != 0 || !is_written)
        return Problem("file.unreadable", options.out + " cannot be written");
    fmt::print("{}\n", publication::key_text(publication::public_half(key)));
    return 0;
}

void add_publish(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<PublishOptions>();
    auto* command = add_verb<PublishOptions>(app, chosen, options, "publish",
        "answers to one signed file; exit 1, and nothing written, when an attacker finds what is closed", publish);
    add_lattice_options(*command, *options);
    add_rule_options(*command, *options);
    command->add_option("--headcount", options->headcount, "in --counts: column of the number of people who could answer")
        ->required();
    command->add_option("--answers", options->answers, "a row per person: smallest place, category, a column per question")
        ->required();
    command->add_option("--items", options->items, "a row per question: item,options,favourable_from,sensitive,asked_if")
        ->required();
    command->add_option("--name", options->name, "what the release is called")->required();
    command->add_option("--closed-on", options->closed_on, "the day the questionnaire closed")->required();
    command->add_option("--within", options->within, "each range is looked for within its place of this level");
    command->add_option("--insiders", options->rules.insiders_asked, "how many of those alone in a closed cell are asked")
        ->check(CLI::Range(0, 100'000))
        ->capture_default_str();
    command->add_option("--intervals", options->rules.intervals_drawn, "of how many closed cells the range is looked for")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_option("--seed", options->rules.seed, "who is drawn for these")->capture_default_str();
    command->add_option("--key", options->keys, "a secret key to sign with; several may sign")->required();
    command->add_option("--mask", options->mask, "also write which cells are closed and why, for those who sign");
    command->add_option("--before", options->before,
        "a publication of the same answers that was read already, or FILE:COLUMN when people stood in other places then");
    command->add_option("--out", options->out, "the publication to write")->required();
}

void add_show(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<ShowOptions>();
    auto* command = add_verb<ShowOptions>(app, chosen, options, "show",
        "what a publication says of itself, or of one place; exit 1 when a key did not sign", show);
    command->add_option("publication", options->publication, "the file")->required();
    command->add_option("--signed-by", options->signed_by, "a public key that must have signed");
    auto* level = command->add_option("--level", options->level, "the level of the place");
    command->add_option("--node", options->node, "the place; none for the root")->needs(level);
    command->add_option("--category", options->category, "the category")->capture_default_str()->needs(level);
    command->add_option("--item", options->item, "one question alone")->needs(level);
}

void add_key(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<KeyOptions>();
    add_verb<KeyOptions>(app, chosen, options, "key", "make a key; prints the public half", write_key)
        ->add_option("--out", options->out, "the file of the secret half")
        ->required();
}

} // namespace

void add_publication(CLI::App& disclosure_command, Chosen& chosen)
{
    add_publish(disclosure_command, chosen);
    add_show(disclosure_command, chosen);
    add_key(disclosure_command, chosen);
}

} // namespace etabli::cli
