#include "app/cli/generation_text.h"

#include <array>

#include <fmt/format.h>

#include "app/cli/side_by_side.h"
#include "app/cli/terminal.h"

namespace tunebench::cli {
namespace {

/// In the order of FinishReason.
constexpr std::array<std::string_view, 5> kFinishNames = {"end_token", "stop_text", "max_tokens",
                                                          "context_full", "cancelled"};

OrderedJson labels_to_json(const std::vector<LabelProbability>& labels) {
    auto json = OrderedJson::object();
    for (const auto& [label, probability] : labels)
        json[label] = probability;
    return json;
}

OrderedJson choice_to_json(const TokenChoice& choice) {
    return {{"id", choice.id}, {"token", choice.text}, {"probability", choice.probability}};
}

OrderedJson pieces_to_json(const std::vector<AnswerToken>& pieces) {
    OrderedJson json = OrderedJson::array();
    for (const auto& piece : pieces) {
        auto one = choice_to_json(piece.chosen);
        one["likeliest"] = OrderedJson::array();
        for (const auto& choice : piece.likeliest)
            one["likeliest"].push_back(choice_to_json(choice));
        json.push_back(std::move(one));
    }
    return json;
}

bool has_probabilities(const Generation::Answer& answer) {
    return !answer.pieces.empty() && !answer.pieces.front().likeliest.empty();
}

OrderedJson answer_to_json(const Generation::Answer& answer) {
    OrderedJson json = {{"prompt", answer.prompt},
                        {"second_text", answer.second_text},
                        {"text", answer.text},
                        {"prompt_tokens", answer.prompt_tokens},
                        {"tokens", answer.tokens},
                        {"reached_end", answer.reached_end()},
                        {"finish", kFinishNames[static_cast<std::size_t>(answer.finish)]},
                        {"labels", labels_to_json(answer.labels)}};
    if (has_probabilities(answer))
        json["pieces"] = pieces_to_json(answer.pieces);
    return json;
}

OrderedJson generation_to_json(const Generation& generation) {
    OrderedJson answers = OrderedJson::array();
    for (const auto& answer : generation.answers)
        answers.push_back(answer_to_json(answer));
    return {{"answers", std::move(answers)},
            {"load_seconds", generation.load_seconds},
            {"switch_seconds", generation.switch_seconds},
            {"seconds", generation.seconds},
            {"tokens_per_second", generation.tokens_per_second}};
}

std::string probable_labels(const std::vector<LabelProbability>& labels) {
    std::string text;
    for (const auto& [label, probability] : labels)
        text += fmt::format("\n  {:5.1f} %  {}", 100.0 * probability, printable(label, false));
    return text;
}

/// A line a token: its probability, itself, and what else could have stood there.
std::string probable_tokens(const std::vector<AnswerToken>& pieces) {
    std::string text;
    for (const auto& piece : pieces) {
        text += fmt::format("\n  {:5.1f} %  |{}|", 100.0 * piece.chosen.probability,
                            printable(piece.chosen.text, false));
        for (const auto& choice : piece.likeliest)
            if (choice.id != piece.chosen.id)
                text +=
                    fmt::format("  |{}| {:.1f} %", printable(choice.text, false), 100.0 * choice.probability);
    }
    return text;
}

std::string answer_text(const Generation::Answer& answer) {
    if (!answer.labels.empty())
        return probable_labels(answer.labels);
    const auto text = printable(answer.text, true) + (answer.reached_end() ? "" : " …");
    return has_probabilities(answer) ? text + probable_tokens(answer.pieces) : text;
}

std::string prompt_text(const Generation& generation, std::size_t number) {
    const auto style = style_of_stdout();
    const auto& answer = generation.answers[number];
    auto text = printable(answer.prompt, true);
    if (!answer.second_text.empty())
        text += " | " + printable(answer.second_text, true);
    return fmt::format("{}{}{}", style.dim, text, style.reset);
}

std::string one_to_text(const Generation& generation) {
    const auto style = style_of_stdout();
    std::string text;
    for (std::size_t i = 0; i < generation.answers.size(); ++i)
        text += prompt_text(generation, i) + answer_text(generation.answers[i]) + "\n";
    return text + fmt::format("{}{} answers, {:.1f} tokens/s{}", style.dim, generation.answers.size(),
                              generation.tokens_per_second, style.reset);
}

}  // namespace

OrderedJson to_json(const std::vector<Answered>& all) {
    if (all.size() == 1)
        return generation_to_json(all.front().generation);
    OrderedJson variants = OrderedJson::array();
    for (const auto& answered : all) {
        auto json = to_json(answered.variant);
        json.update(generation_to_json(answered.generation));
        variants.push_back(std::move(json));
    }
    return {{"variants", std::move(variants)}};
}

std::string to_text(const std::vector<Answered>& all) {
    if (all.size() == 1)
        return one_to_text(all.front().generation);
    const auto style = style_of_stdout();
    std::string text;
    for (std::size_t i = 0; i < all.front().generation.answers.size(); ++i) {
        text += prompt_text(all.front().generation, i) + "\n";
        for (const auto& [variant, generation] : all)
            text += fmt::format("  {}{}{}: {}\n", style.bold, printable(variant.name, false), style.reset,
                                answer_text(generation.answers[i]));
    }
    return text;
}

std::string to_columns(const std::vector<Answered>& all, int width) {
    std::string text;
    for (std::size_t i = 0; i < all.front().generation.answers.size(); ++i) {
        std::vector<TextColumn> columns;
        for (const auto& [variant, generation] : all)
            columns.push_back(
                {.title = printable(variant.name, false), .text = answer_text(generation.answers[i])});
        text += prompt_text(all.front().generation, i) + "\n" + side_by_side(columns, width) + "\n";
    }
    return text;
}

}  // namespace tunebench::cli
