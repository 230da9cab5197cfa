#include "app/make_samples/sample_texts.h"

#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "app/make_samples/corpus.h"
#include "app/make_samples/opinion_task.h"
#include "app/make_samples/place.h"
#include "app/make_samples/rules/rules.h"
#include "core/base/durable_file.h"
#include "core/base/json.h"

namespace tunebench {
namespace {

// One stream a part, so that changing the size of one leaves the others as they were.
enum class Stream : std::uint64_t { Town = 1, Opinion, Heldout, Corpus };

Random random_for(const SampleSizes& sizes, Stream stream) {
    return Random(sizes.seed, static_cast<std::uint64_t>(stream));
}

std::string to_jsonl(const std::vector<PromptRow>& rows) {
    std::string text;
    for (const auto& row : rows)
        text += json_text(OrderedJson{{"prompt", row.prompt}, {"completion", row.completion}}) + "\n";
    return text;
}

}  // namespace

Result<SampleTexts> make_sample_texts(const SampleSizes& sizes) {
    const auto rules = all_rules();
    TRY(const auto grammar, Grammar::parse(rules, place_bindings()));
    SampleTexts texts;
    auto town_random = random_for(sizes, Stream::Town);
    auto town = make_town_task(grammar, sizes.town_train, sizes.town_validation, town_random);
    texts.town = std::move(town.rows);
    auto opinion_random = random_for(sizes, Stream::Opinion);
    texts.opinion = make_opinion_task(grammar, sizes.opinion_train, sizes.opinion_validation, opinion_random);
    CorpusExclusions exclusions = {.places = std::move(town.validation_places)};
    auto heldout_random = random_for(sizes, Stream::Heldout);
    texts.heldout = make_documents(grammar, sizes.heldout_bytes, exclusions, heldout_random);
    exclusions.documents = {texts.heldout.begin(), texts.heldout.end()};
    auto corpus_random = random_for(sizes, Stream::Corpus);
    texts.corpus = make_documents(grammar, sizes.corpus_bytes, exclusions, corpus_random);
    return texts;
}

Result<void> write_sample_texts(const SampleTexts& texts, const std::filesystem::path& folder) {
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return Error{ErrorCode::Io,
                     fmt::format("The folder {} could not be made: {}.", folder.string(), code.message()),
                     "Choose a folder that can be written."};
    TRY_VOID(write_file_durably(folder / "town-train.jsonl", to_jsonl(texts.town.train)));
    TRY_VOID(write_file_durably(folder / "town-valid.jsonl", to_jsonl(texts.town.validation)));
    TRY_VOID(write_file_durably(folder / "opinion-train.jsonl", to_jsonl(texts.opinion.train)));
    TRY_VOID(write_file_durably(folder / "opinion-valid.jsonl", to_jsonl(texts.opinion.validation)));
    return write_file_durably(folder / "general-heldout.txt", join_documents(texts.heldout));
}

}  // namespace tunebench
