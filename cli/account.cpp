// SPDX-License-Identifier: EUPL-1.2
// cli/account.cpp
//
// `etabli account`: what whoever keeps the machine may do with accounts, without the server: see them, offer a
// college's first seat, make a link for somebody who cannot come in, close an account. The rules are the page's: a
// college that has begun to sit gives its own mandates, and everything is in the journal.

#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/random.hpp"
#include "base/time.hpp"
#include "cli/cli.hpp"
#include "cli/data_folder.hpp"
#include "store/audit.hpp"
#include "store/mandates.hpp"
#include "store/sessions.hpp"

namespace etabli::cli {

namespace {

constexpr std::chrono::hours link_life { 24 };

struct AccountOptions {
    DataOptions data;
    std::string email;
    std::string college;
    std::string function_title;
    std::string public_url = "http://127.0.0.1:8080";
};

/// Everything a command works with, for as long as it works.
struct Desk {
    std::unique_ptr<DataFolder> folder;
    std::unique_ptr<store::Database> database;
    SystemClock clock;
    SystemRandom random;
};

Result<std::unique_ptr<Desk>> open_desk(const DataOptions& options)
{
    auto desk = std::make_unique<Desk>();
    desk->folder = TRY(DataFolder::hold(options.folder));
    desk->database = TRY(store::Database::open({ .folder = options.folder, .postgres_url = options.database_url }));
    return desk;
}

Result<void> list_accounts(const AccountOptions& options)
{
    const auto desk = TRY(open_desk(options.data));
    return desk->database->read([](store::Reader& reader) -> Result<void> {
        for (const auto& account : TRY(store::all_accounts(reader)))
            fmt::print("{}\t{}\t{}{}\n", account.email, account.name, account.administrator ? "administrator" : "",
                account.closed_at ? "closed " + account.closed_at->text() : std::string());
        return {};
    });
}

Result<void> invite(const AccountOptions& options)
{
    const auto college_id = CollegeId::parse(options.college);
    if (!college_id)
        return Problem("id.invalid", "--college wants the id of a college");
    if (!is_email(options.email))
        return Problem("account.email_invalid");
    const auto desk = TRY(open_desk(options.data));
    const auto token = desk->random.token();
    TRY(desk->database->write([&](store::Transaction& transaction) -> Result<void> {
        const auto college = TRY(store::load_college(transaction, *college_id));
        const auto standing = TRY(store::standing_of(transaction, college, desk->clock.today()));
        Reader keeper;
        keeper.administrator = true;
        const auto given_as = TRY(may_give_mandate(keeper, college, standing, false));
        const Invitation made { EntryId::make(desk->random), *college_id, lower_ascii(options.email),
            options.function_title.empty() ? options.email : options.function_title, false, desk->clock.today(), {}, given_as,
            sha256_hex(token), desk->clock.now().plus(store::invitation_life), {}, {} };
        TRY(transaction.insert("invitation", made));
        return store::record_audit(transaction,
            { college.place_id.text(), {}, "mandate.offered", "invitation", made.id.text(),
                { { "college", to_json(college.kind) }, { "given_as", to_json(given_as) } } },
            desk->clock.now());
    }));
    fmt::print("{}/lien#{}\n", options.public_url, token);
    return {};
}

Result<Account> load_by_email(store::Reader& reader, const std::string& email)
{
    auto account = TRY(store::find_account_by_email(reader, email));
    if (!account)
        return Problem("not_found", "no open account has this address");
    return *std::move(account);
}

/// In the journal of each place where they sit: their colleagues can see that it was done.
Result<void> record_where_they_sit(store::Transaction& transaction, Desk& desk, const Account& account, AuditAction action)
{
    std::set<std::string> told;
    for (const auto& held : TRY(store::load_person(transaction, account.id, desk.clock.today())).mandates)
        if (told.insert(held.place_id.text()).second)
            TRY(store::record_audit(
                transaction, { held.place_id.text(), {}, action, "account", account.id.text(), {} }, desk.clock.now()));
    return {};
}

Result<void> make_link(const AccountOptions& options)
{
    const auto desk = TRY(open_desk(options.data));
    const auto token = TRY(desk->database->write([&](store::Transaction& transaction) -> Result<std::string> {
        const auto account = TRY(load_by_email(transaction, options.email));
        TRY(record_where_they_sit(transaction, *desk, account, "account.link_made"));
        return store::make_link(
            transaction, account.id, store::LinkPurpose::Recovery, desk->clock.now().plus(link_life), desk->random);
    }));
    fmt::print("{}/lien#{}\n", options.public_url, token);
    return {};
}

Result<void> close_account(const AccountOptions& options)
{
    const auto desk = TRY(open_desk(options.data));
    return desk->database->write([&](store::Transaction& transaction) -> Result<void> {
        auto account = TRY(load_by_email(transaction, options.email));
        TRY(record_where_they_sit(transaction, *desk, account, "account.closed"));
        account.closed_at = desk->clock.now();
        TRY(transaction.update("account", account));
        TRY(store::revoke_sessions(transaction, account.id, ""));
        TRY(store::end_mandates(transaction, account.id, desk->clock.today()));
        return {};
    });
}

void add_verb(CLI::App& parent, const char* name, const char* summary, const std::shared_ptr<AccountOptions>& options,
    Chosen& chosen, Result<void> (*work)(const AccountOptions&))
{
    auto* command = parent.add_subcommand(name, summary);
    add_data_options(*command, options->data);
    if (std::string_view(name) != "list")
        command->add_option("email", options->email, "the address")->required();
    if (std::string_view(name) == "invite") {
        command->add_option("--college", options->college, "the id of the college")->required();
        command->add_option("--function", options->function_title, "as what they sit");
    }
    if (std::string_view(name) == "invite" || std::string_view(name) == "link")
        command->add_option("--public-url", options->public_url, "how people reach the server")->capture_default_str();
    command->callback([options, &chosen, work] {
        chosen = [options, work] {
            const auto done = work(*options);
            return done.ok() ? 0 : failed(done.problem());
        };
    });
}

} // namespace

void add_account(CLI::App& app, Chosen& chosen)
{
    auto* account = app.add_subcommand("account", "accounts, and the links that open them");
    account->require_subcommand(1);
    auto options = std::make_shared<AccountOptions>();
    add_verb(*account, "list", "every account", options, chosen, list_accounts);
    add_verb(*account, "invite", "offer a college's first seat", options, chosen, invite);
    add_verb(*account, "link", "a link for somebody who cannot come in", options, chosen, make_link);
    add_verb(*account, "close", "close an account and end its mandates", options, chosen, close_account);
}

} // namespace etabli::cli
