// SPDX-License-Identifier: EUPL-1.2
// tests/support/two_hosts.hpp
//
// A campaign whose urn another body holds: the story's own database is the guichet's, served without an urn; a second server on a
// second database is the urn's, and knows nothing but what it is handed.

#pragma once

#include "server/resources/all.hpp"
#include "server/surveys/handover.hpp"
#include "server/surveys/held_urn.hpp"
#include "tests/support/campaign.hpp"

namespace etabli::tests {

/// The problem's code, or "taken".
template <class T>
std::string code_of(const Result<T>& result)
{
    return result.ok() ? "taken" : std::string(result.problem().code());
}

/// One of the two programs: its routes, its settings, and a thread that serves.
class ServedRole {
public:
    ServedRole(resources::Role role, http::Context context, http::Live& live);
    ~ServedRole();
    ServedRole(const ServedRole&) = delete;
    ServedRole& operator=(const ServedRole&) = delete;

    const std::string& address() const { return address_; }

private:
    http::Dispatcher dispatcher_;
    std::unique_ptr<http::Server> server_;
    std::string address_;
    std::thread serving_;
};

class TwoHosts : public CampaignStory {
protected:
    void SetUp() override;
    void TearDown() override;

    /// What anybody may fetch of the guichet: a signed manifest.
    surveys::ManifestFile manifest_file(const std::string& here);
    Result<surveys::TakenManifest> hand_over_manifest(const std::string& here);
    void run_urn_jobs();
    void run_guichet_jobs();
    Result<std::string> give(const std::string& here);
    Result<surveys::TakenBallots> take(const std::string& closed, const std::string& head = {});
    /// Up to the day after closing: `people` of each unit answered at the urn's address.
    void answer_elsewhere(const std::string& here, int people);

    Browser at_urn() { return Browser(urn_host_->address()); }
    store::Database& urn_database() { return *urn_database_; }
    std::string urn_address() const { return urn_host_->address(); }
    std::vector<std::string> urn_command(const std::vector<std::string>& words) const;

private:
    http::Context urn_context();
    http::Context guichet_context();

    SeededRandom urn_random_ { 7 };
    std::unique_ptr<FreshDatabase> urn_fresh_;
    std::unique_ptr<store::Database> urn_database_;
    std::unique_ptr<store::Urn> held_;
    http::Live urn_live_;
    http::Settings urn_settings_;
    http::Settings guichet_settings_;
    std::unique_ptr<ServedRole> urn_host_;
    std::unique_ptr<ServedRole> guichet_host_;
};

} // namespace etabli::tests
