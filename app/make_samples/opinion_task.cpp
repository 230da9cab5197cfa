#include "app/make_samples/opinion_task.h"

#include <array>
#include <set>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace tunebench {
namespace {

enum class Opinion { Good, Bad, Mixed };

constexpr std::array<std::string_view, 3> kAnswers = {" good", " bad", " mixed"};

std::array<std::string, 2> make_points(const Grammar& grammar, Opinion opinion, Bindings& bindings,
                                       Random& random) {
    const std::string_view first = opinion == Opinion::Bad ? "{bad_point}" : "{good_point}";
    const std::string_view second = opinion == Opinion::Good ? "{good_point}" : "{bad_point}";
    std::array<std::string, 2> points;
    do {
        points = {grammar.expand(first, bindings, random), grammar.expand(second, bindings, random)};
    } while (points[0] == points[1]);
    random.shuffle<std::string>(points);
    return points;
}

PromptRow make_row(const Grammar& grammar, Opinion opinion, Random& random) {
    Bindings bindings;
    const auto place = grammar.expand("{review_place}", bindings, random);
    const auto points = make_points(grammar, opinion, bindings, random);
    std::string text = points[0] + " " + points[1];
    switch (random.below(3)) {
        case 0:
            text = grammar.expand("{neutral_point} ", bindings, random) + text;
            break;
        case 1:
            text += grammar.expand(" {neutral_point}", bindings, random);
            break;
        default:
            break;
    }
    return {fmt::format("Review of the {}: {}\nOpinion:", place, text),
            std::string(kAnswers[static_cast<std::size_t>(opinion)])};
}

}  // namespace

TaskRows make_opinion_task(const Grammar& grammar, std::size_t train_count, std::size_t validation_count,
                           Random& random) {
    TaskRows rows;
    std::set<std::string> prompts;
    while (rows.train.size() < train_count || rows.validation.size() < validation_count) {
        auto& part = rows.train.size() < train_count ? rows.train : rows.validation;
        auto row = make_row(grammar, static_cast<Opinion>(part.size() % kAnswers.size()), random);
        if (prompts.insert(row.prompt).second)
            part.push_back(std::move(row));
    }
    random.shuffle(std::span(rows.train));
    random.shuffle(std::span(rows.validation));
    return rows;
}

}  // namespace tunebench
