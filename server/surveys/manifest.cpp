// SPDX-License-Identifier: EUPL-1.2
// server/surveys/manifest.cpp

#include "server/surveys/manifest.hpp"

#include <filesystem>
#include <fstream>
#include <regex>

#include "engine/tabulation/questions.hpp"

namespace etabli::surveys {

namespace {

constexpr std::size_t profile_bytes = 64; // two codes and their names
constexpr std::size_t answers_step = 256;

json::array places_json(const tabulation::Cut& cut)
{
    json::array places;
    for (const auto& place : cut.places)
        places.push_back({ { "code", place.code }, { "name", place.name },
            { "parent", place.parent ? json::value(*place.parent) : json::value() } });
    return places;
}

json::object offered_json(const Campaign& campaign)
{
    json::object offered;
    for (const auto& [place, categories] : tabulation::offered(campaign.cut, campaign.k))
        offered[place] = json::array(categories.begin(), categories.end());
    return offered;
}

json::array categories_json(const tabulation::Cut& cut)
{
    json::array categories;
    for (const auto& category : cut.categories)
        categories.push_back({ { "code", category.code }, { "name", to_json(category.name) } });
    return categories;
}

json::array colleges_json(const std::vector<ManifestHalf>& halves)
{
    json::array colleges;
    for (const auto& each : halves)
        colleges.push_back({ { "college", name_of(each.holder) }, { "name", each.name },
            { "public_half", base64url(as_text(each.half.point())) }, { "signing_key", base64url(each.signing_key) } });
    return colleges;
}

} // namespace

PageDigests page_digests(const std::string& web_folder)
{
    PageDigests digests;
    std::error_code error;
    const std::filesystem::path root(web_folder);
    const auto add = [&](const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
        digests["/" + file.lexically_relative(root).generic_string()] = sha256_hex(bytes);
    };
    for (const auto* name : { "respond.html", "q/worker.js" })
        if (std::filesystem::is_regular_file(root / name, error))
            add(root / name);
    for (const auto& entry : std::filesystem::directory_iterator(root / "assets", error))
        if (entry.path().extension() == ".js" || entry.path().extension() == ".css")
            add(entry.path());
    return digests;
}

bool is_urn_address(std::string_view address)
{
    static const std::regex shape(R"((https://[a-z0-9.-]+|http://(127\.0\.0\.1|localhost))(:[0-9]{1,5})?)");
    constexpr std::size_t address_max = 200; // a host's name is no longer; and a regular expression wants a bound
    return address.size() <= address_max && std::regex_match(address.begin(), address.end(), shape);
}

Result<store::CampaignManifest> make_manifest(const ManifestParts& parts, Random& random)
{
    const auto& campaign = parts.campaign;
    const auto token_key = TRY(ballots::TokenSecretKey::create(parts.key.token_key)).public_half();
    const auto joint = parts.halves.size() == 1
        ? ballots::JointKey::light(parts.halves.front().half)
        : TRY(ballots::JointKey::create(parts.halves.at(0).half, parts.halves.at(1).half));
    const auto instrument = json_text(instruments::instrument_json(parts.form.instrument()));
    const auto answers_bytes = (tabulation::answers_bytes_max(parts.form) + 1 + answers_step - 1) / answers_step * answers_step;
    json::object page;
    for (const auto& [path, digest] : parts.page)
        page[path] = digest;
    json::object manifest { { "format", "etabli-manifest-1" }, { "campaign", campaign.id.text() }, { "title", campaign.title },
        { "purpose", campaign.purpose }, { "establishment", parts.establishment_name }, { "mode", name_of(campaign.mode) },
        { "k", campaign.k }, { "eligible", tabulation::eligible(campaign.cut) }, { "minutes", parts.form.instrument().minutes },
        { "instrument",
            { { "id", campaign.instrument_id->text() }, { "number", *campaign.instrument_number },
                { "sha256", sha256_hex(instrument) } } },
        { "languages", to_json(parts.form.instrument().languages) }, { "pickup_on", campaign.pickup_on->text() },
        { "opens_on", campaign.opens_on->text() }, { "closes_on", campaign.closes_on->text() },
        { "destroy_by", campaign.destroy_by->text() }, { "places", places_json(campaign.cut) },
        { "categories", categories_json(campaign.cut) }, { "offered", offered_json(campaign) },
        { "token_key", base64url(token_key.spki()) }, { "guichet_key", base64url(signing_key_of(parts.key).public_key()) },
        { "colleges", colleges_json(parts.halves) }, { "joint_key", base64url(as_text(joint.point())) },
        { "sizes", { { "profile", profile_bytes }, { "answers", answers_bytes } } }, { "page", page } };
    if (!parts.urn.empty())
        manifest["urn"] = parts.urn;
    store::CampaignManifest made { campaign.id, json_text(manifest), {}, instrument, {} };
    if (!parts.urn.empty())
        made.urn = parts.urn;
    made.hash = sha256_hex(made.manifest);
    // Of no ballot: its nonce is a text that no key hashes to.
    const auto bound
        = "etabli.envelope.1:" + campaign.id.text() + ":" + sha256_hex("etabli.trial.1:" + campaign.id.text()) + ":trial";
    const auto trial = TRY(ballots::seal(joint.point(), "etabli", bound, random));
    made.trial = json::object { { "bound", bound }, { "point", base64url(as_text(trial.point)) },
        { "proof", base64url(trial.proof.bytes()) }, { "box", base64url(trial.box) } };
    return made;
}

Result<ManifestKeys> keys_of(std::string_view manifest)
{
    const auto parsed = TRY(parse_json(manifest));
    boost::system::error_code error;
    const auto text = [&](const char* pointer) {
        const auto* found = parsed.find_pointer(pointer, error);
        return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
    };
    const auto size = [&](const char* pointer) -> std::size_t {
        const auto* found = parsed.find_pointer(pointer, error);
        const auto bytes = found != nullptr && found->is_int64() ? found->get_int64() : 0;
        return bytes > 0 && bytes <= static_cast<std::int64_t>(ballots::submission_bytes_max) ? static_cast<std::size_t>(bytes)
                                                                                              : 0;
    };
    const auto guichet = from_base64url(text("/guichet_key"));
    const auto opens = Date::parse(text("/opens_on"));
    const auto closes = Date::parse(text("/closes_on"));
    const auto destroyed = Date::parse(text("/destroy_by"));
    const auto k = static_cast<std::int64_t>(size("/k"));
    const ballots::EnvelopeSizes sizes { size("/sizes/profile"), size("/sizes/answers") };
    const bool is_elsewhere = parsed.is_object() && parsed.get_object().contains("urn");
    if (text("/format") != "etabli-manifest-1" || !CampaignId::parse(text("/campaign")) || !guichet || guichet->size() != 32
        || !opens || !closes || !destroyed || k < instruments::group_min || (is_elsewhere && !is_urn_address(text("/urn")))
        || sizes.profile == 0 || sizes.answers == 0)
        return Problem("request.invalid", "no manifest");
    auto token_key = TRY(ballots::TokenPublicKey::create(from_base64url(text("/token_key")).value_or("")));
    return ManifestKeys { { text("/campaign"), std::move(token_key), sizes }, *guichet, *opens, *closes, *destroyed, k,
        text("/urn") };
}

std::int64_t record_bytes(const ManifestKeys& keys)
{
    constexpr std::size_t fixed = 2500;
    const auto boxes = keys.ballots.sizes.profile + keys.ballots.sizes.answers + 2 * ballots::box_tag_bytes;
    return static_cast<std::int64_t>(fixed + boxes * 4 / 3);
}

store::CampaignKey make_campaign_key(const CampaignId& campaign, CampaignMode mode, Random& random)
{
    ballots::Wiped<ballots::Scalar> seed;
    random.fill(std::as_writable_bytes(std::span(seed)));
    store::CampaignKey key { campaign, ballots::TokenSecretKey::make().pem(), hex(as_text(seed)), {} };
    if (mode == CampaignMode::Light)
        key.server_half = hex(as_text(ballots::SecretHalf::make(random).scalar()));
    return key;
}

namespace {

Result<ballots::Wiped<ballots::Scalar>> scalar_in(const std::string& text)
{
    const auto bytes = from_hex(text);
    ballots::Wiped<ballots::Scalar> scalar;
    if (!bytes || bytes->size() != scalar.size())
        return Problem("server.internal", "a key of a campaign that is none");
    std::copy(bytes->begin(), bytes->end(), scalar.begin());
    return scalar;
}

} // namespace

ballots::SigningKey signing_key_of(const store::CampaignKey& key)
{
    const auto seed = scalar_in(key.signing_key);
    VERIFY(seed.ok());
    return ballots::SigningKey::of_seed(seed.value());
}

Result<ballots::SecretHalf> server_half_of(const store::CampaignKey& key)
{
    if (!key.server_half)
        return Problem("server.internal", "the server holds no half of this campaign");
    return ballots::SecretHalf::create(TRY(scalar_in(*key.server_half)));
}

} // namespace etabli::surveys
