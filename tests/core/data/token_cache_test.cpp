#include "core/data/token_cache.h"

#include <cerrno>
#include <thread>

#include <fmt/format.h>

#include "core/base/error_exception.h"
#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr TokenCache::Limits kAll = {.spare_bytes = 0, .least_data_bytes = 0};

/// Lets writing fail once so many bytes are written.
class FullDisk : public FileCalls {
public:
    explicit FullDisk(std::size_t room) : room_(room) {}
    ssize_t write(int descriptor, const void* bytes, std::size_t count) const override {
        if (count > room_) {
            errno = ENOSPC;
            return -1;
        }
        room_ -= count;
        return FileCalls::write(descriptor, bytes, count);
    }

private:
    mutable std::size_t room_;
};

class TokenCacheTest : public DataTest {
protected:
    fs::path cache_folder() const { return folder_ / "data" / "cache"; }

    RunTokenCache cache_of(const TokenCache::Limits& limits = kAll,
                           const FileCalls& calls = real_file_calls()) const {
        return {.cache = TokenCache(cache_folder(), limits, calls), .source = {.tokenizer = "bytes"}};
    }

    /// A file of rows of many lengths, some of them empty or twice there.
    DataSection rows(const std::string& name = "town.jsonl", int count = 300) const {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += fmt::format(R"({{"prompt": "{}", "completion": "{}"}})",
                                std::string(static_cast<std::size_t>(i % 7), 'q'),
                                i % 50 == 3 ? "" : std::string(static_cast<std::size_t>(i % 29 + 1), 'a')) +
                    "\n";
        DataSection data;
        data.train = {write(name, text)};
        data.max_length = 24;
        data.validation_share = 0.2;
        return data;
    }

    Result<TrainingData> load(const DataSection& data, RunTokenCache* cache,
                              const LabelSource* labels = nullptr) const {
        return load_training_data(data, 42, tokenizer(), {}, 0, labels, cache);
    }

    std::size_t entries() const {
        std::size_t count = 0;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(cache_folder(), none))
            count += entry.is_directory() ? 1 : 0;
        return count;
    }

    std::vector<fs::path> files_of_entries() const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(cache_folder()))
            if (entry.is_regular_file())
                files.push_back(entry.path());
        return files;
    }
};

std::vector<Example> all_of(const Examples& examples) {
    return {examples.begin(), examples.end()};
}

void expect_same(const Result<TrainingData>& found, const Result<TrainingData>& expected) {
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_TRUE(expected) << expected.error().message;
    for (const auto part : {&TrainingData::train, &TrainingData::validation}) {
        EXPECT_EQ(all_of(((*found).*part).examples), all_of(((*expected).*part).examples));
        EXPECT_EQ(((*found).*part).files, ((*expected).*part).files);
        EXPECT_EQ(((*found).*part).report, ((*expected).*part).report);
    }
    EXPECT_EQ(found->labels, expected->labels);
}

TEST_F(TokenCacheTest, WhatIsReadFromItIsWhatIsReadFromTheFiles) {
    auto data = rows();
    data.deduplicate = true;
    const auto expected = load(data, nullptr);
    for (const auto* time : {"made", "found"}) {
        SCOPED_TRACE(time);
        auto cache = cache_of();
        const auto loaded = load(data, &cache);
        expect_same(loaded, expected);
        EXPECT_TRUE(loaded->remarks.empty());
        EXPECT_EQ(entries(), 1U);
    }
}

TEST_F(TokenCacheTest, ASecondStartReadsNoRow) {
    const auto data = rows();
    auto cache = cache_of();
    const auto made = load(data, &cache);
    ASSERT_TRUE(made);
    // With another tokenizer rows would become other tokens; the key does not know of it here.
    const auto other = tokenizer(/*adds_begin=*/false);
    auto again = cache_of();
    expect_same(load_training_data(data, 42, other, {}, 0, nullptr, &again), made);
}

TEST_F(TokenCacheTest, BatchesAreTheSameInTheSameOrder) {
    const auto data = rows();
    auto cache = cache_of();
    const auto cached = load(data, &cache);
    const auto plain = load(data, nullptr);
    ASSERT_TRUE(cached);
    ASSERT_TRUE(plain);
    for (const bool packing : {true, false}) {
        const SamplerSettings settings{.batch_size = 4, .max_length = 24, .packing = packing};
        Sampler one(cached->train.examples, settings);
        Sampler other(plain->train.examples, settings);
        ASSERT_EQ(one.batches_per_epoch(), other.batches_per_epoch());
        for (std::int64_t i = 0; i < 2 * one.batches_per_epoch(); ++i) {
            const auto batch = one.next();
            const auto expected = other.next();
            EXPECT_EQ(batch.tokens, expected.tokens);
            EXPECT_EQ(batch.labels, expected.labels);
            EXPECT_EQ(batch.starts, expected.starts);
            EXPECT_EQ(batch.example_indices, expected.example_indices);
        }
    }
}

TEST_F(TokenCacheTest, ClassesComeOutOfIt) {
    DataSection data;
    data.train = {write("train.jsonl", R"({"text": "ab", "label": "good"}
{"text": "c", "label": "bad"}
{"text": "d", "label": "good"}
)")};
    data.validation = write("valid.jsonl", R"({"text": "e", "label": "good"})");
    const LabelSource labels;
    const auto expected = load(data, nullptr, &labels);
    for (int time = 0; time < 2; ++time) {
        auto cache = cache_of();
        expect_same(load(data, &cache, &labels), expected);
        EXPECT_EQ(entries(), 2U);
    }
    ASSERT_TRUE(expected);
    EXPECT_EQ(expected->labels, (std::vector<std::string>{"bad", "good"}));
    EXPECT_EQ(expected->train.examples[0].label, 1);
    EXPECT_EQ(expected->validation.examples[0].label, 1);
}

TEST_F(TokenCacheTest, DamageIsFoundAndMadeGood) {
    const auto data = rows();
    const auto expected = load(data, nullptr);
    auto first = cache_of();
    ASSERT_TRUE(load(data, &first));
    for (const auto& file : files_of_entries()) {
        SCOPED_TRACE(file.filename().string());
        for (const bool shorter : {false, true}) {
            const auto bytes = fs::file_size(file);
            if (shorter) {
                fs::resize_file(file, bytes - 1);
            } else {
                std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
                stream.seekp(static_cast<std::streamoff>(bytes / 2));
                const auto byte = static_cast<char>(stream.peek() ^ 4);
                stream.seekp(static_cast<std::streamoff>(bytes / 2));
                stream.put(byte);
            }
            auto cache = cache_of();
            const auto loaded = load(data, &cache);
            expect_same(loaded, expected);
            ASSERT_EQ(loaded->remarks.size(), 1U);
            EXPECT_NE(loaded->remarks[0].find("is damaged"), std::string::npos) << loaded->remarks[0];
            auto again = cache_of();
            EXPECT_TRUE(load(data, &again)->remarks.empty()) << "made anew";
        }
    }
}

TEST_F(TokenCacheTest, WhatTokensDependOnIsInTheKey) {
    const auto text_of = [](const std::vector<WeightedFile>& entries, const DataSection& data,
                            const TokenSource& source) {
        return token_cache_key(entries, data, nullptr, source)->text;
    };
    const auto data = rows();
    const TokenSource source{.tokenizer = "bytes"};
    const auto key = text_of(data.train, data, source);
    EXPECT_EQ(text_of(data.train, data, source), key);

    auto same = data;
    same.validation_share = 0.5;
    same.packing = false;
    same.train[0].weight = 2.0;
    EXPECT_EQ(text_of(same.train, same, source), key) << "applied to what the cache holds";

    auto other = data;
    other.max_length = 25;
    EXPECT_NE(text_of(data.train, other, source), key);
    other = data;
    other.loss_on = LossOn::All;
    EXPECT_NE(text_of(data.train, other, source), key);
    other = data;
    other.deduplicate = true;
    EXPECT_NE(text_of(data.train, other, source), key);
    other = data;
    other.train[0].slice = "[:10]";
    EXPECT_NE(text_of(other.train, other, source), key);
    EXPECT_NE(text_of(data.train, data, {.tokenizer = "others"}), key);
    EXPECT_NE(token_cache_key(data.train, data, Json::array({"a"}), source)->text, key);

    const auto size = fs::file_size(data.train[0].path);
    const auto time = fs::last_write_time(data.train[0].path);
    write("town.jsonl", std::string(size, ' '));
    fs::last_write_time(data.train[0].path, time);
    EXPECT_NE(text_of(data.train, data, source), key) << "other content of the same size and time";
}

TEST_F(TokenCacheTest, EveryFileOfTheModelThatTellsTokensIsInItsHash) {
    const auto model = folder_ / "model";
    fs::create_directories(model / "additional_chat_templates");
    auto config = default_run_config();
    config.model.path = model.string();
    const auto hash = [&] { return token_source_of(config)->tokenizer; };
    auto before = hash();
    for (const auto* name :
         {"tokenizer_config.json", "chat_template.jinja", "additional_chat_templates/tool_use.jinja"}) {
        write(fmt::format("model/{}", name), "x");
        const auto after = hash();
        EXPECT_NE(after, before) << name;
        before = after;
    }
    write("model/README.md", "x");
    EXPECT_EQ(hash(), before);
}

TEST_F(TokenCacheTest, AFileThatChangesWhileItIsReadIsAnError) {
    const auto data = rows();
    const auto key = token_cache_key(data.train, data, nullptr, {});
    ASSERT_TRUE(key);
    EXPECT_TRUE(check_unchanged(data.train, *key));
    write("town.jsonl", "{}");
    const auto changed = check_unchanged(data.train, *key);
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().message, data.train[0].path + " changed while it was read");
}

TEST_F(TokenCacheTest, WithoutAFolderToWriteToMemoryTakesTheData) {
    const auto data = rows();
    write("data", "a file where the folder should be");
    auto cache = cache_of();
    const auto loaded = load(data, &cache);
    expect_same(loaded, load(data, nullptr));
    ASSERT_EQ(loaded->remarks.size(), 1U);
    EXPECT_NE(loaded->remarks[0].find("read into memory"), std::string::npos);
}

TEST_F(TokenCacheTest, AFullDiskLeavesNothingBehind) {
    const auto data = rows();
    const auto expected = load(data, nullptr);
    auto measured = cache_of();
    ASSERT_TRUE(load(data, &measured));
    std::size_t all = 0;
    for (const auto& file : files_of_entries())
        all += fs::file_size(file);
    fs::remove_all(cache_folder());
    for (std::size_t room = 0; room < all; room += all / 5) {
        const FullDisk disk(room);
        auto cache = cache_of(kAll, disk);
        const auto loaded = load(data, &cache);
        expect_same(loaded, expected);
        EXPECT_EQ(loaded->remarks.size(), 1U) << "with room for " << room;
        EXPECT_EQ(entries(), 0U);
    }
    auto spare = kAll;
    spare.spare_bytes = std::uint64_t{1} << 60;
    auto cache = cache_of(spare);
    EXPECT_EQ(load(data, &cache)->remarks.size(), 1U) << "room is left for others";
}

TEST_F(TokenCacheTest, ProgramsThatMakeTheSameEntryAtOnceBothHaveTheirData) {
    const auto data = rows();
    const auto expected = load(data, nullptr);
    const auto tokens = tokenizer();
    for (int round = 0; round < 5; ++round) {
        fs::remove_all(cache_folder());
        std::vector<std::thread> programs;
        std::vector<Result<TrainingData>> loaded(3, Error{});
        for (auto& one : loaded)
            programs.emplace_back([&] {
                auto cache = cache_of();
                one = load_training_data(data, 42, tokens, {}, 0, nullptr, &cache);
            });
        for (auto& program : programs)
            program.join();
        for (const auto& one : loaded)
            expect_same(one, expected);
        EXPECT_EQ(entries(), 1U) << "and no draft";
    }
}

TEST_F(TokenCacheTest, WhoeverDeletesItTakesNothingFromARunThatReads) {
    const auto data = rows();
    auto cache = cache_of();
    const auto loaded = load(data, &cache);
    fs::remove_all(cache_folder());
    expect_same(loaded, load(data, nullptr));
}

TEST_F(TokenCacheTest, AFileThatIsCutWhileARunReadsIsAnErrorThatNamesIt) {
    const auto data = rows();
    auto cache = cache_of();
    const auto loaded = load(data, &cache);
    ASSERT_TRUE(loaded);
    for (const auto& file : files_of_entries())
        if (file.filename() == "tokens")
            fs::resize_file(file, 8);
    try {
        static_cast<void>(all_of(loaded->train.examples));
        ADD_FAILURE() << "what is not there was read";
    } catch (const ErrorException& thrown) {
        EXPECT_EQ(thrown.error().code, ErrorCode::Corrupt);
        EXPECT_NE(thrown.error().message.find("it became shorter"), std::string::npos);
        EXPECT_FALSE(thrown.error().hint.empty());
    }
}

TEST_F(TokenCacheTest, EntriesUnusedForLongestGoFirst) {
    const auto use = [&](const std::string& name) {
        auto cache = cache_of();
        EXPECT_TRUE(load(rows(name), &cache)->remarks.empty());
    };
    for (const auto* name : {"a.jsonl", "b.jsonl", "c.jsonl"})
        use(name);
    std::uint64_t bytes = 0;
    for (const auto& file : files_of_entries()) {
        bytes += fs::file_size(file);
        fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(1));
    }
    use("a.jsonl");
    ASSERT_EQ(entries(), 3U);
    trim_token_cache(cache_folder(), bytes / 2);
    EXPECT_EQ(entries(), 1U);
    const auto kept = files_of_entries().front().parent_path().filename().string();
    EXPECT_EQ(kept,
              token_cache_key(rows("a.jsonl").train, rows("a.jsonl"), nullptr, cache_of().source)->text);
    trim_token_cache(cache_folder(), 0, kept);
    EXPECT_EQ(entries(), 1U) << "the entry that is needed now";
}

TEST_F(TokenCacheTest, DraftsOfProgramsThatDiedGoAfterADay) {
    const auto draft = cache_folder() / ".abc.tmp-1234" / "abc";
    fs::create_directories(draft);
    std::ofstream(draft / "tokens") << "half";
    trim_token_cache(cache_folder(), 1000);
    EXPECT_TRUE(fs::exists(draft)) << "it may be being written";
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(25);
    for (const auto& path : {draft / "tokens", draft})
        fs::last_write_time(path, long_ago);
    trim_token_cache(cache_folder(), 1000);
    EXPECT_FALSE(fs::exists(draft.parent_path()));
}

TEST_F(TokenCacheTest, SmallDataNeedsNone) {
    auto cache = cache_of({});
    ASSERT_TRUE(load(rows(), &cache));
    EXPECT_FALSE(fs::exists(cache_folder()));
}

}  // namespace
}  // namespace tunebench
