// SPDX-License-Identifier: EUPL-1.2
// server/resources/guichet.cpp
//
// The guichet: shows a campaign to whoever was invited, and signs tokens that it cannot recognise. No cookie is read, nobody is looked
// up, no answer comes here. docs/anonymity.md, section 4.

#include "server/resources/all.hpp"
#include "server/surveys/codes.hpp"
#include "server/surveys/manifest.hpp"

namespace etabli::resources {

struct CollegeSignature {
    HalfHolder college = HalfHolder::Direction;
    std::string signature;
};

struct GuichetView {
    std::string manifest;
    std::vector<CollegeSignature> signatures;
    std::string instrument;
    CampaignStage stage = CampaignStage::Ready;
    std::optional<std::string> enough; // once k tokens were issued
};

struct TokenAsked {
    std::string code;
    std::string blinded;
};

struct TokenSigned {
    std::string blind_signature;
};

} // namespace etabli::resources

namespace etabli {

template <>
struct Describe<resources::CollegeSignature> {
    using T = resources::CollegeSignature;
    static constexpr std::string_view name = "CollegeSignature";
    static constexpr auto fields = std::tuple { field("college", &T::college), field("signature", &T::signature, one_line) };
};
template <>
struct Describe<resources::GuichetView> {
    using T = resources::GuichetView;
    static constexpr std::string_view name = "GuichetView";
    static constexpr auto fields = std::tuple { field("manifest", &T::manifest, { .min = 1, .max = 4'000'000 }),
        field("signatures", &T::signatures, { .min = 0, .max = 2 }),
        field("instrument", &T::instrument, { .min = 1, .max = 4'000'000 }), field("stage", &T::stage),
        field("enough", &T::enough, one_line) };
};
template <>
struct Describe<resources::TokenAsked> {
    using T = resources::TokenAsked;
    static constexpr std::string_view name = "TokenAsked";
    static constexpr auto fields
        = std::tuple { field("code", &T::code, one_line), field("blinded", &T::blinded, { .min = 1, .max = 1000 }) };
};
template <>
struct Describe<resources::TokenSigned> {
    using T = resources::TokenSigned;
    static constexpr std::string_view name = "TokenSigned";
    static constexpr auto fields = std::tuple { field("blind_signature", &T::blind_signature, { .min = 1, .max = 1000 }) };
};

} // namespace etabli

namespace etabli::resources {

namespace {

using namespace http;

/// A campaign that has its manifest, which colleges read here before they sign it; whoever answers refuses it unsigned.
Result<Campaign> campaign_asked(store::Reader& reader, const Call& call)
{
    auto campaign = TRY(store::load_campaign(reader, TRY(call.id<CampaignId>("campaign"))));
    if (!TRY(store::find_manifest(reader, campaign.id)))
        return Problem("not_found");
    return campaign;
}

Result<Answer<GuichetView>> show_guichet(Call& call)
{
    return call.context.database.read([&](store::Reader& reader) -> Result<Answer<GuichetView>> {
        const auto campaign = TRY(campaign_asked(reader, call));
        const auto manifest = TRY(store::find_manifest(reader, campaign.id));
        GuichetView view { manifest->manifest, {}, manifest->instrument, surveys::stage_of(campaign, call.today()), {} };
        for (const auto& half : TRY(store::halves_of(reader, campaign.id)))
            if (half.manifest_signature)
                view.signatures.push_back({ half.holder, *half.manifest_signature });
        if (const auto key = store::load_key(reader, campaign.id); campaign.mode == CampaignMode::Light && key.ok())
            view.signatures.push_back({ HalfHolder::Server,
                base64url(surveys::signing_key_of(key.value()).sign(surveys::manifest_statement(manifest->hash))) });
        if (surveys::takes_tokens(campaign, call.today()) && TRY(store::tokens_issued(reader, campaign.id)) >= campaign.k)
            view.enough = base64url(surveys::signing_key_of(TRY(store::load_key(reader, campaign.id)))
                                        .sign(ballots::enough_text(campaign.id.text())));
        return Answer<GuichetView> { std::move(view), {} };
    });
}

Result<Answer<TokenSigned>> sign_token(Call& call, const TokenAsked& given)
{
    const auto digest = surveys::code_digest(given.code);
    const auto blinded = from_base64url(given.blinded);
    if (!blinded)
        return Problem::of_field("/blinded", "request.invalid");
    struct Found {
        store::VoterCode code;
        store::CampaignKey key;
    };
    auto found = TRY(call.context.database.read([&](store::Reader& reader) -> Result<Found> {
        const auto campaign = TRY(campaign_asked(reader, call));
        if (!surveys::takes_tokens(campaign, call.today()))
            return Problem("campaign.not_open");
        return Found { TRY(store::load_code(reader, campaign.id, digest)), TRY(store::load_key(reader, campaign.id)) };
    }));
    // The same question has the same answer: a reply that was lost loses no token.
    const auto blinded_digest = sha256_hex(*blinded);
    if (found.code.blind_signature) {
        if (found.code.blinded_digest != blinded_digest)
            return Problem("code.used");
        return Answer<TokenSigned> { { *found.code.blind_signature }, {} };
    }
    const auto key = TRY(call.context.token_keys->key(found.key.token_key));
    found.code.blinded_digest = blinded_digest;
    found.code.blind_signature = base64url(TRY(key.blind_sign(*blinded)));
    TRY(call.context.database.write([&](store::Transaction& transaction) { return store::issue(transaction, found.code); }));
    return Answer<TokenSigned> { { *found.code.blind_signature }, {} };
}

} // namespace

RouteTable guichet_routes()
{
    return {
        get("/api/guichet/{campaign}", Access::WithoutAccount, "What is asked, what was signed, and the questionnaire",
            show_guichet),
        post("/api/guichet/{campaign}/tokens", Access::WithoutAccount, "A blind signature for a code, once", sign_token),
    };
}

} // namespace etabli::resources
