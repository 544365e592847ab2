// SPDX-License-Identifier: EUPL-1.2
// cli/serve.cpp
//
// `etabli serve`: opens the data folder and the database, reads the packs and the web, listens, and says where.

#include <charconv>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/random.hpp"
#include "base/time.hpp"
#include "cli/cli.hpp"
#include "cli/data_folder.hpp"
#include "cli/first_administrator.hpp"
#include "server/content/check.hpp"
#include "server/content/demo/load.hpp"
#include "server/content/observatory.hpp"
#include "server/content/packs.hpp"
#include "server/content/words.hpp"
#include "server/http/application.hpp"
#include "server/http/server.hpp"
#include "server/jobs/jobs.hpp"
#include "server/resources/all.hpp"
#include "server/surveys/manifest.hpp"
#include "store/urn.hpp"

namespace etabli::cli {

namespace {

struct ServeOptions {
    DataOptions data;
    std::string listen = "127.0.0.1:8080";
    std::string public_url;
    std::string trusted_proxy;
    std::string smtp_url;
    std::string mail_from;
    bool demo = false;
    std::string urn_address;
    resources::Role role = resources::Role::All;
};

Result<http::ServerSettings> listening(const ServeOptions& options)
{
    const auto colon = options.listen.rfind(':');
    http::ServerSettings settings;
    const auto port = colon == std::string::npos ? std::string() : options.listen.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), settings.port);
    if (port.empty() || error != std::errc() || end != port.data() + port.size())
        return Problem("request.invalid", "--listen wants ADDRESS:PORT, as 127.0.0.1:8080");
    settings.address = options.listen.substr(0, colon);
    settings.trusted_proxy = options.trusted_proxy;
    return settings;
}

/// Whole or not at all: what was interrupted left nothing behind and begins again.
Result<void> load_demonstration(
    store::Database& database, const content::Packs& packs, const content::Words& words, const Clock& clock, Random& random)
{
    auto loaded = content::demo::load(database, packs, clock.today(), random);
    if (!loaded.ok()) {
        if (loaded.problem().is("demo.other_data"))
            return Problem("demo.other_data", words.text("fr", "problems.demo.other_data"));
        return std::move(loaded).problem();
    }
    if (loaded.value())
        fmt::print("{}\n", words.text("fr", "cli.serve.demo_loaded"));
    return {};
}

/// An urn has no other urn, and an address is one that pages can be allowed to speak to.
Result<void> check_urn_address(const ServeOptions& options, const content::Words& words)
{
    if (options.urn_address.empty())
        return {};
    if (options.role == resources::Role::Urn || !surveys::is_urn_address(options.urn_address))
        return Problem("urn.address_invalid", words.text("fr", "problems.urn.address_invalid"));
    return {};
}

Result<void> serve(const ServeOptions& options)
{
    const auto folder = TRY(DataFolder::hold(options.data.folder));
    const auto database
        = TRY(store::Database::open({ .folder = options.data.folder, .postgres_url = options.data.database_url }));
    const auto packs = TRY(content::Packs::read(content::folder_beside_binary("packs")));
    TRY(content::check_observatory(packs));
    TRY(content::packs_hold(packs));
    const auto words = TRY(content::Words::read(content::folder_beside_binary("locales")));
    TRY(check_urn_address(options, words));
    const SystemClock clock;
    SystemRandom random;
    if (options.demo)
        TRY(load_demonstration(*database, packs, words, clock, random));
    http::Live live;
    database->on_announced([&live](const std::string& topic) { live.publish(topic); });

    http::Settings settings { options.data.folder, options.public_url, content::folder_beside_binary("web/dist"),
        packs.folder(), options.demo, options.public_url.starts_with("https://"), options.smtp_url, options.mail_from,
        options.urn_address };
    std::unique_ptr<store::Urn> urn;
    if (options.role != resources::Role::Guichet)
        urn = TRY(store::Urn::open(*database, random, { .folder = options.data.folder + "/urn" }));
    const http::Context context { .database = *database,
        .packs = packs,
        .clock = clock,
        .random = random,
        .live = live,
        .settings = settings,
        .words = words,
        .urn = urn.get() };
    const bool has_screens = options.role != resources::Role::Urn;
    http::Dispatcher dispatcher(resources::routes_of(options.role),
        has_screens ? http::StaticFiles::read(settings.web_folder) : http::StaticFiles(), context,
        has_screens ? http::Origins::Own : http::Origins::Any); // the page that answers is the guichet's
    const auto server = TRY(http::Server::open(
        TRY(listening(options)), [&dispatcher](http::Request& request) { return dispatcher.answer(request); }, live));

    const auto address = fmt::format("http://{}:{}", TRY(listening(options)).address, server->port());
    if (settings.public_url.empty())
        settings.public_url = address;
    folder->say_address(address);
    const auto say = [&](std::string_view key, const char* name, const std::string& value) {
        fmt::print("{}\n", words.text("fr", key, { { name, value } }));
    };
    say("cli.serve.address", "address", settings.public_url);
    if (has_screens)
        if (const auto link = TRY(first_administrator_link(*database, clock, random)))
            say("cli.serve.first_link", "link", settings.public_url + "/lien#" + *link);
    std::fflush(stdout);
    const jobs::Scheduler scheduler(context);
    server->run();
    return {};
}

} // namespace

void add_serve(CLI::App& app, Chosen& chosen)
{
    auto options = std::make_shared<ServeOptions>();
    auto* command = app.add_subcommand("serve", "serve the application");
    add_data_options(*command, options->data);
    command->add_option("--listen", options->listen, "address and port")->capture_default_str();
    command->add_option("--public-url", options->public_url, "how people reach the server, for links and QR codes");
    command->add_option("--trusted-proxy", options->trusted_proxy, "the proxy (CIDR) whose X-Forwarded-For is believed");
    command
        ->add_option("--smtp-url", options->smtp_url,
            "mail server, as smtps://user:secret@mail.example; else mail becomes files in DATA/outbox")
        ->envname("ETABLI_SMTP_URL");
    command->add_option("--mail-from", options->mail_from, "whom mail comes from")->envname("ETABLI_MAIL_FROM");
    command->add_option("--role", options->role, "all; or guichet and urn, run by two bodies on two hosts and two databases")
        ->transform(CLI::CheckedTransformer(std::map<std::string, resources::Role> { { "all", resources::Role::All },
            { "guichet", resources::Role::Guichet }, { "urn", resources::Role::Urn }, { "urne", resources::Role::Urn } }))
        ->default_str("all");
    command
        ->add_option("--urn-address", options->urn_address,
            "https://… of another body's urn: campaigns whose manifest is fixed from now on hand their ballots in there")
        ->envname("ETABLI_URN_ADDRESS");
    command->add_flag("--demo", options->demo, "load and serve the demonstration; refuses a folder with other data");
    command->callback([options, &chosen] {
        chosen = [options] {
            // Standard output is for the address; the log goes to standard error.
            spdlog::set_default_logger(spdlog::stderr_logger_mt("etabli"));
            spdlog::set_pattern("%Y-%m-%dT%H:%M:%SZ %l %v", spdlog::pattern_time_type::utc);
            const auto served = serve(*options);
            return served.ok() ? 0 : failed(served.problem());
        };
    });
}

void add_openapi(CLI::App& app, Chosen& chosen)
{
    auto* command = app.add_subcommand("openapi", "print the contract of the API, as api/openapi.yaml holds it");
    command->callback([&chosen] {
        chosen = [] {
            // JSON is YAML: one writer, and every tool reads it.
            fmt::print("{}", json_text_indented(http::openapi(resources::all_routes())));
            return 0;
        };
    });
}

} // namespace etabli::cli
