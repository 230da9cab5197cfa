#include "app/make_samples/town_task.h"

#include <utility>

#include "app/make_samples/attribute_check.h"
#include "app/make_samples/place.h"

namespace tunebench {
namespace {

// Two thirds of the rows have all five attributes, the others four.
PromptRow make_row(const Grammar& grammar, const Place& place, Random& random) {
    auto attributes = attributes_of(place);
    std::string_view sentence = "{describe_all}";
    switch (random.below(6)) {
        case 0:
            attributes.erase(attributes.begin() + 3);
            sentence = "{describe_without_prices}";
            break;
        case 1:
            attributes.pop_back();
            sentence = "{describe_without_product}";
            break;
        default:
            break;
    }
    auto bindings = bindings_of(place);
    return {describe_prompt(attributes), " " + grammar.expand(sentence, bindings, random)};
}

}  // namespace

TownTask make_town_task(const Grammar& grammar, std::size_t train_count, std::size_t validation_count,
                        Random& random) {
    TownTask task;
    std::set<std::string> prompts;
    const auto add = [&](std::vector<PromptRow>& rows, const Place& place) {
        auto row = make_row(grammar, place, random);
        if (prompts.insert(row.prompt).second)
            rows.push_back(std::move(row));
    };
    while (task.rows.validation.size() < validation_count) {
        const auto place = random_place(grammar, random);
        task.validation_places.insert(identity_of(place));
        add(task.rows.validation, place);
    }
    while (task.rows.train.size() < train_count) {
        const auto place = random_place(grammar, random);
        if (!task.validation_places.contains(identity_of(place)))
            add(task.rows.train, place);
    }
    return task;
}

}  // namespace tunebench
