// All texts of the bundled sample, made from one seed. Everything that is written here is invented.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/make_samples/town_task.h"
#include "core/base/result.h"

namespace tunebench {

/// The defaults are what resources/samples holds.
struct SampleSizes {
    std::uint64_t seed = 20250101;
    std::size_t corpus_bytes = 5'000'000;
    std::size_t heldout_bytes = 40'000;
    std::size_t town_train = 2600;
    std::size_t town_validation = 240;
    std::size_t opinion_train = 2001;
    std::size_t opinion_validation = 240;
};

struct SampleTexts {
    std::vector<std::string> corpus = {};   // documents to pretrain on; not part of the repository
    std::vector<std::string> heldout = {};  // documents of the same kind, none of which is in the corpus
    TaskRows town = {};
    TaskRows opinion = {};
};

/// The same sizes give the same bytes everywhere. Corrupt when the grammar has a mistake.
Result<SampleTexts> make_sample_texts(const SampleSizes& sizes = {});

/// Writes {town,opinion}-{train,valid}.jsonl and general-heldout.txt into `folder`, which is made when
/// missing.
Result<void> write_sample_texts(const SampleTexts& texts, const std::filesystem::path& folder);

}  // namespace tunebench
