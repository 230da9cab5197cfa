#include "tests/support/classification_data.h"

#include <array>
#include <fstream>

#include <fmt/format.h>

#include "core/base/random.h"

namespace tunebench::test {
namespace {

constexpr std::array kPlaces = {"library", "ferry", "mill", "harbour", "station", "market"};
constexpr std::array kTimes = {"in the morning", "at noon", "on a Sunday", "in November", "after the rain"};
constexpr std::array kGood = {"We loved the soup.", "The room was warm and bright.", "It was wonderful."};
constexpr std::array kBad = {"We hated the soup.", "The room was cold and dirty.", "Everything was broken."};

template <class Words>
const char* one_of(const Words& words, Random& random) {
    return words[static_cast<std::size_t>(random.below(words.size()))];
}

}  // namespace

void write_labelled_data(const std::filesystem::path& file, int rows, int first) {
    std::ofstream out(file);
    for (int row = first; row < first + rows; ++row) {
        Random random(static_cast<std::uint64_t>(row));
        const bool is_good = random.below(2) == 0;
        out << fmt::format(R"({{"text": "Visit {}: the {} {}. {}", "label": "{}"}})", row,
                           one_of(kPlaces, random), one_of(kTimes, random),
                           is_good ? one_of(kGood, random) : one_of(kBad, random), is_good ? "good" : "bad")
            << "\n";
    }
}

void make_classification(RunConfig& config, const std::filesystem::path& folder, int training_rows,
                         int validation_rows) {
    write_labelled_data(folder / "labelled.jsonl", training_rows);
    write_labelled_data(folder / "labelled-valid.jsonl", validation_rows, /*first=*/100000);
    config.model.task = Task::Classification;
    config.data.train = {(folder / "labelled.jsonl").string()};
    config.data.validation = (folder / "labelled-valid.jsonl").string();
    config.data.max_length = 96;
    config.evaluation.samples = {"The room was cold and dirty."};
}

}  // namespace tunebench::test
