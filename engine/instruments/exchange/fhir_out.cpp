// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/fhir_out.cpp

#include <cmath>
#include <set>

#include "engine/instruments/exchange/codes.hpp"
#include "engine/instruments/exchange/condition_text.hpp"
#include "engine/instruments/exchange/departure.hpp"
#include "engine/instruments/exchange/fhir.hpp"
#include "engine/instruments/exchange/json_read.hpp"

namespace etabli::instruments::exchange {

namespace {

constexpr std::size_t id_bytes_max = 64; // FHIR's own bound

std::string same_name(const Question&, const Row& row)
{
    return row.code;
}

json::object extension(std::string_view base, std::string_view name, const char* member, json::value value)
{
    return { { "url", std::string(base).append(name) }, { json::string_view(member), std::move(value) } };
}

void add_extension(json::object& target, json::object made)
{
    if (!target.contains("extension"))
        target.emplace("extension", json::array());
    target.at("extension").as_array().push_back(std::move(made));
}

json::object item_control(const char* code)
{
    json::object coding { { "system", std::string(fhir::item_controls) }, { "code", code } };
    return extension(fhir::standard, "questionnaire-itemControl", "valueCodeableConcept",
        json::object { { "coding", json::array { std::move(coding) } } });
}

class Writer {
public:
    explicit Writer(const Instrument& instrument) : instrument_(instrument), references_(references_of(instrument, same_name))
    {
    }

    Exported written()
    {
        for (const auto& section : instrument_.sections)
            for (const auto& question : section.questions)
                take_names(question);
        lose_terms(instrument_, { .version = true, .rights = true }, lost_);
        json::object out { { "resourceType", "Questionnaire" } };
        const auto id = instrument_.id.substr(0, id_bytes_max);
        if (id != instrument_.id)
            lost_.push_back({ instrument_.id, LossKind::CodeRenamed, instrument_.id + " -> " + id });
        out.emplace("id", id);
        out.emplace("language", instrument_.languages.front());
        out.emplace("version", std::to_string(instrument_.version));
        say(out, "title", instrument_.title);
        out.emplace("status", "draft");
        out.emplace("publisher", instrument_.rights.source);
        out.emplace("copyright", instrument_.rights.licence);
        if (instrument_.intro)
            say(out, "description", *instrument_.intro);
        json::array items;
        for (const auto& section : instrument_.sections)
            items.push_back(section_item(section));
        if (instrument_.closing)
            items.push_back(display("closing", *instrument_.closing));
        out.emplace("item", std::move(items));
        return { json_text_indented(out), instrument_.id + ".json", std::move(lost_) };
    }

private:
    void take_names(const Question& question)
    {
        link_ids_.insert(question.code);
        for (std::size_t row = 0; question.rows && row < question.rows->size(); ++row)
            link_ids_.insert((*question.rows)[row].code);
        if (question.type == QuestionType::Number && question.decimals.value_or(0) == 0)
            whole_.insert(question.code);
    }

    void say(json::object& target, const std::string& member, const Wording& wording) const
    {
        const auto said = said_in(instrument_, wording);
        target.emplace(member, said.front().second);
        if (said.size() < 2)
            return;
        json::object translation { { "url", std::string(fhir::standard) + "translation" } };
        translation.emplace("extension",
            json::array { json::object { { "url", "lang" }, { "valueCode", said.back().first } },
                json::object { { "url", "content" }, { "valueString", said.back().second } } });
        target.emplace("_" + member, json::object { { "extension", json::array { std::move(translation) } } });
    }

    json::object display(std::string_view name, const Wording& words)
    {
        json::object item { { "linkId", code_from(name, CodeKind::Item, link_ids_) } };
        say(item, "text", words);
        item.emplace("type", "display");
        return item;
    }

    json::object section_item(const Section& section)
    {
        const auto link_id = code_from(section.code, CodeKind::Item, link_ids_);
        if (link_id != section.code)
            lost_.push_back({ section.code, LossKind::CodeRenamed, section.code + " -> " + link_id });
        json::object item { { "linkId", link_id } };
        say(item, "text", section.title);
        item.emplace("type", "group");
        give_condition(item, section.code, section.show_if);
        json::array items;
        if (section.intro)
            items.push_back(display(section.code + "_intro", *section.intro));
        for (const auto& question : section.questions)
            items.push_back(question.type == QuestionType::Grid ? grid_item(question) : question_item(question));
        item.emplace("item", std::move(items));
        return item;
    }

    json::object question_item(const Question& question)
    {
        json::object item { { "linkId", question.code } };
        say(item, "text", question.text);
        item.emplace("type", type_of(question));
        if (question.required)
            item.emplace("required", *question.required);
        give_condition(item, question.code, question.show_if);
        give_about(item, about_of(question));
        give_bounds(item, question);
        if (question.type == QuestionType::Multiple)
            item.emplace("repeats", true);
        give_options(item, question);
        give_help(item, question);
        return item;
    }

    json::object grid_item(const Question& grid)
    {
        json::object item { { "linkId", grid.code } };
        say(item, "text", grid.text);
        item.emplace("type", "group");
        give_condition(item, grid.code, grid.show_if);
        add_extension(item, item_control("htable"));
        give_about(item, about_of(grid));
        give_help(item, grid);
        if (!item.contains("item"))
            item.emplace("item", json::array());
        for (const auto& row : *grid.rows) {
            json::object line { { "linkId", row.code } };
            say(line, "text", row.text);
            line.emplace("type", "choice");
            if (grid.required)
                line.emplace("required", *grid.required);
            give_about(line, about_of(row));
            give_options(line, grid);
            item.at("item").as_array().push_back(std::move(line));
        }
        return item;
    }

    static const char* type_of(const Question& question)
    {
        switch (question.type) {
        case QuestionType::Number:
            return question.decimals.value_or(0) == 0 ? "integer" : "decimal";
        case QuestionType::Date:
            return "date";
        case QuestionType::Text:
            return "text";
        default:
            return "choice";
        }
    }

    static void give_about(json::object& item, const DraftAbout& about)
    {
        for (const auto& [name, value] : about_json(about))
            add_extension(item, extension(fhir::ours, name, value.is_bool() ? "valueBoolean" : "valueCode", value));
    }

    void give_help(json::object& item, const Question& question)
    {
        if (!question.help)
            return;
        auto help = display(question.code + "_help", *question.help);
        add_extension(help, item_control("help"));
        item.emplace("item", json::array { std::move(help) });
    }

    void give_bounds(json::object& item, const Question& question)
    {
        const bool is_whole = question.decimals.value_or(0) == 0;
        const auto add_number = [&](std::string_view name, const std::optional<double>& number) {
            if (number && is_whole && *number == std::floor(*number))
                add_extension(item, extension(fhir::standard, name, "valueInteger", static_cast<std::int64_t>(*number)));
            else if (number)
                add_extension(item, extension(fhir::standard, name, "valueDecimal", *number));
        };
        add_number("minValue", question.min);
        add_number("maxValue", question.max);
        if (!is_whole)
            add_extension(item, extension(fhir::standard, "maxDecimalPlaces", "valueInteger", *question.decimals));
        if (question.choices_max)
            add_extension(item, extension(fhir::standard, "questionnaire-maxOccurs", "valueInteger", *question.choices_max));
        if (question.length_max)
            item.emplace("maxLength", *question.length_max);
        if (question.unit) {
            json::object coding;
            say(coding, "display", *question.unit);
            add_extension(item, extension(fhir::standard, "questionnaire-unit", "valueCoding", std::move(coding)));
        }
    }

    void give_options(json::object& item, const Question& question)
    {
        const auto& options = options_of(instrument_, question);
        if (options.empty())
            return;
        if (question.scale)
            add_extension(item, extension(fhir::ours, "scale", "valueCode", json::string(*question.scale)));
        json::array made;
        for (const auto& option : options) {
            json::object coding { { "code", option.code } };
            say(coding, "display", option.label);
            json::object each { { "valueCoding", std::move(coding) } };
            if (option.value)
                add_extension(each, extension(fhir::standard, "ordinalValue", "valueDecimal", *option.value));
            if (option.exclusive)
                add_extension(
                    each, extension(fhir::standard, "questionnaire-optionExclusive", "valueBoolean", *option.exclusive));
            if (option.favourable)
                add_extension(each, extension(fhir::ours, "favourable", "valueBoolean", *option.favourable));
            made.push_back(std::move(each));
        }
        item.emplace("answerOption", std::move(made));
    }

    void give_condition(json::object& item, const std::string& code, const std::optional<json::value>& source)
    {
        const auto condition = source ? Condition::create(*source) : std::nullopt;
        if (!condition)
            return;
        auto when = enable_when(*condition);
        if (!when)
            return lost_.push_back({ code, LossKind::Condition, json_text(*source) });
        if (when->size() > 1)
            item.emplace("enableBehavior", joins_any(*condition) ? "any" : "all");
        item.emplace("enableWhen", std::move(*when));
    }

    /// A list of comparisons, all or any of them: FHIR has no parentheses.
    static bool joins_any(const Condition& condition)
    {
        return condition.kind() == Condition::Kind::Or || condition.kind() == Condition::Kind::In;
    }

    std::optional<json::array> enable_when(const Condition& condition) const
    {
        using Kind = Condition::Kind;
        json::array list;
        if (condition.kind() != Kind::And && condition.kind() != Kind::Or)
            return add_simple(condition, list) ? std::optional(std::move(list)) : std::nullopt;
        for (const auto& part : condition.parts()) {
            // "in A, B" is any of two, "all of A, B" all of two: they stand only among their like.
            const bool fits = part.codes().size() <= 1 || (part.kind() == Kind::In) == (condition.kind() == Kind::Or);
            if (!fits || !add_simple(part, list))
                return {};
        }
        return list;
    }

    bool add_simple(const Condition& condition, json::array& list) const
    {
        using Kind = Condition::Kind;
        const bool is_negated = condition.kind() == Kind::Not;
        const auto& asked = is_negated ? condition.parts().front() : condition;
        const auto found = references_.find(asked.item());
        if (found == references_.end() || (is_negated && (asked.kind() > Kind::In || asked.codes().size() > 1)))
            return false;
        json::object when { { "question", asked.item() } };
        if (asked.kind() == Kind::Answered) {
            when.emplace("operator", "exists");
            when.emplace("answerBoolean", !is_negated);
            list.push_back(std::move(when));
        } else if (asked.kind() == Kind::In || asked.kind() == Kind::All) {
            when.emplace("operator", is_negated ? "!=" : "=");
            for (const auto& code : asked.codes()) {
                auto each = when;
                each.emplace("answerCoding", json::object { { "code", code } });
                list.push_back(std::move(each));
            }
        } else {
            when.emplace("operator", sign_of(asked.kind()));
            if (const auto* number = std::get_if<double>(&asked.bound())) {
                if (whole_.contains(asked.item()) && *number == std::floor(*number))
                    when.emplace("answerInteger", static_cast<std::int64_t>(*number));
                else
                    when.emplace("answerDecimal", *number);
            } else
                when.emplace("answerDate", std::get<std::string>(asked.bound()));
            list.push_back(std::move(when));
        }
        return true;
    }

    static const char* sign_of(Condition::Kind kind)
    {
        using Kind = Condition::Kind;
        switch (kind) {
        case Kind::Less:
            return "<";
        case Kind::LessOrEqual:
            return "<=";
        case Kind::More:
            return ">";
        case Kind::MoreOrEqual:
            return ">=";
        default:
            return "=";
        }
    }

    const Instrument& instrument_;
    References references_;
    std::vector<Lost> lost_;
    std::set<std::string, std::less<>> link_ids_;
    std::set<std::string, std::less<>> whole_; // numbers asked without decimals
};

} // namespace

Result<Exported> export_fhir(const Instrument& instrument)
{
    return Writer(instrument).written();
}

} // namespace etabli::instruments::exchange
