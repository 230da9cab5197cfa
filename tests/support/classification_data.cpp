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

void write_rows(const std::filesystem::path& file, int rows, int first, int repeated) {
    std::ofstream out(file);
    for (int row = first; row < first + rows; ++row) {
        Random random(static_cast<std::uint64_t>(row));
        const bool is_good = random.below(2) == 0;
        auto text = fmt::format("Visit {}:", row);
        for (int i = 0; i < repeated; ++i) {  // drawn one by one: arguments have no order
            text += fmt::format(" the {}", one_of(kPlaces, random));
            text += fmt::format(" {}.", one_of(kTimes, random));
            text += fmt::format(" {}", is_good ? one_of(kGood, random) : one_of(kBad, random));
        }
        out << fmt::format(R"({{"text": "{}", "label": "{}"}})", text, is_good ? "good" : "bad") << "\n";
    }
}

}  // namespace

void write_labelled_data(const std::filesystem::path& file, int rows, int first) {
    write_rows(file, rows, first, /*repeated=*/1);
}

void write_long_labelled_data(const std::filesystem::path& file, int rows) {
    write_rows(file, rows, /*first=*/0, /*repeated=*/30);
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
