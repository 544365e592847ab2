// SPDX-License-Identifier: EUPL-1.2
// tests/support/two_hosts.cpp

#include "tests/support/two_hosts.hpp"

#include <sstream>

#include "server/jobs/jobs.hpp"

namespace etabli::tests {

ServedRole::ServedRole(resources::Role role, http::Context context, http::Live& live)
    : dispatcher_(resources::routes_of(role), http::StaticFiles::read(""), context,
        role == resources::Role::Urn ? http::Origins::Any : http::Origins::Own)
    , server_(must(http::Server::open(
          { .port = 0, .workers = 4 }, [this](http::Request& request) { return dispatcher_.answer(request); }, live)))
    , address_("http://127.0.0.1:" + std::to_string(server_->port()))
    , serving_([this] { server_->run(); })
{
}

ServedRole::~ServedRole()
{
    server_->stop();
    serving_.join();
}

void TwoHosts::SetUp()
{
    CampaignStory::SetUp();
    if (IsSkipped())
        return;
    urn_fresh_ = std::make_unique<FreshDatabase>(GetParam());
    urn_database_ = urn_fresh_->open();
    held_ = must(store::Urn::open(*urn_database_, urn_random_,
        { .folder = urn_fresh_->folder() + "/urn",
            .flushing = store::Flushing::ByHand,
            .shape = { store::slot_bytes_min, 64 } }));
    urn_settings_ = { urn_fresh_->folder() };
    urn_host_ = std::make_unique<ServedRole>(resources::Role::Urn, urn_context(), urn_live_);
    guichet_settings_ = context().settings;
    guichet_settings_.urn_address = urn_host_->address();
    guichet_host_ = std::make_unique<ServedRole>(resources::Role::Guichet, guichet_context(), live());
    address_ = guichet_host_->address();
}

void TwoHosts::TearDown()
{
    guichet_host_.reset();
    urn_host_.reset();
    held_.reset();
    urn_database_.reset();
    urn_fresh_.reset();
    CampaignStory::TearDown();
}

http::Context TwoHosts::urn_context()
{
    auto base = context();
    return { *urn_database_, base.packs, clock_, urn_random_, urn_live_, urn_settings_, base.words, held_.get() };
}

http::Context TwoHosts::guichet_context()
{
    auto base = context();
    return { database(), base.packs, clock_, random_, live(), guichet_settings_, base.words, nullptr };
}

surveys::ManifestFile TwoHosts::manifest_file(const std::string& here)
{
    return { somebody().get("/api/guichet/" + id_of(here)).body, {} };
}

Result<surveys::TakenManifest> TwoHosts::hand_over_manifest(const std::string& here)
{
    return surveys::take_manifest(urn_database(), manifest_file(here), clock_.today());
}

void TwoHosts::run_urn_jobs()
{
    auto given = urn_context();
    must(jobs::advance_campaigns(given));
}

void TwoHosts::run_guichet_jobs()
{
    auto given = guichet_context();
    must(jobs::advance_campaigns(given));
}

Result<std::string> TwoHosts::give(const std::string& here)
{
    std::string closed;
    TRY(urn_database().read([&](store::Reader& reader) {
        return surveys::give_ballots(reader, CampaignId::trusted(id_of(here)), [&](std::string_view bytes) -> Result<void> {
            closed += bytes;
            return {};
        });
    }));
    return closed;
}

Result<surveys::TakenBallots> TwoHosts::take(const std::string& closed, const std::string& head)
{
    std::istringstream lines(closed);
    return surveys::take_ballots(database(), { lines, head }, clock_.now());
}

void TwoHosts::answer_elsewhere(const std::string& here, int people)
{
    const auto codes = ready(here);
    ASSERT_FALSE(HasFatalFailure());
    must(hand_over_manifest(here));
    run_urn_jobs();
    answer(here, codes, people);
    ASSERT_FALSE(HasFatalFailure());
    later(8);
    run_urn_jobs();
    run_guichet_jobs();
}

std::vector<std::string> TwoHosts::urn_command(const std::vector<std::string>& words) const
{
    auto all = words;
    all.insert(all.end(), { "--data", urn_fresh_->folder() });
    if (GetParam() == store::Engine::Postgres)
        all.insert(all.end(), { "--database", urn_fresh_->settings().postgres_url });
    return all;
}

} // namespace etabli::tests
