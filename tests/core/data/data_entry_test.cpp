// Entries of data.train: formats, folders, slices, weights and duplicates, from file to example.
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/data/loader.h"
#include "tests/core/data/byte_tokenizer.h"
#include "tests/core/formats/compressed_bytes.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class DataEntryTest : public DataTest {
protected:
    Result<TrainingData> load(std::vector<WeightedFile> train, const DataSection& settings = {},
                              std::int64_t limit = 0) const {
        auto data = settings;
        data.train = std::move(train);
        return load_training_data(data, 42, tokenizer(), {}, limit);
    }

    /// {"text": "0"} and on, a row a line.
    std::string numbers(const std::string& name, int from, int to) const {
        std::string text;
        for (int i = from; i < to; ++i)
            text += fmt::format("{{\"text\": \"{}\"}}\n", i);
        return write(name, text);
    }

    static WeightedFile entry(const std::string& path, double weight, const std::string& slice = {}) {
        WeightedFile file(path);
        file.weight = weight;
        file.slice = slice;
        return file;
    }
};

std::string text_of(const Example& example) {
    std::string text;
    for (const auto token : example.tokens)
        if (token < 256)
            text += static_cast<char>(token);
    return text;
}

std::vector<std::string> texts_of(const Examples& examples) {
    std::vector<std::string> texts;
    for (const auto& example : examples)
        texts.push_back(text_of(example));
    return texts;
}

using Texts = std::vector<std::string>;

TEST_F(DataEntryTest, EveryFormatTrainsAlike) {
    const std::string csv = "prompt;completion\r\n\"a\nb\";\"c\"\"d\"\r\n";
    const std::string json = R"([{"prompt": "a\nb", "completion": "c\"d"}])";
    for (const auto& file : {write("a.csv", csv), write("a.csv.gz", test::gzipped(csv)),
                             write("a.json", json), write("a.json.zst", test::zstandard(json)),
                             write("b.jsonl", R"({"prompt": "a\nb", "completion": "c\"d"})"),
                             write("c.json", R"({"data": )" + json + "}"),
                             write("a.tsv", "completion\tprompt\n\"c\"\"d\"\t\"a\nb\"\n")}) {
        const auto loaded = load({file});
        ASSERT_TRUE(loaded) << file << ": " << loaded.error().message;
        EXPECT_EQ(texts_of(loaded->train.examples), Texts{"a\nbc\"d"}) << file;
        EXPECT_EQ(loaded->train.report.supervised_tokens, 4) << file;
        EXPECT_EQ(loaded->train.report.layout, "prompt-completion");
        EXPECT_EQ(loaded->train.files, Texts{file});
    }
}

TEST_F(DataEntryTest, AFolderInSplitsIsTrainedAndValidatedOnItsOwnFiles) {
    fs::create_directory(folder_ / "splits");
    numbers("splits/train.jsonl", 0, 2);
    numbers("splits/test.jsonl", 2, 4);
    numbers("splits/validation.jsonl", 4, 6);
    DataSection settings;
    settings.validation = (folder_ / "splits").string();
    const auto loaded = load({settings.validation}, settings);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(texts_of(loaded->train.examples), (Texts{"0", "1"}));
    EXPECT_EQ(texts_of(loaded->validation.examples), (Texts{"4", "5"}));
}

TEST_F(DataEntryTest, DocumentsAreSplitAndEveryTokenIsLearnedOnce) {
    DataSection settings;
    settings.max_length = 5;
    const auto loaded = load({write("notes.txt", "abcdefghij\n")}, settings);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(texts_of(loaded->train.examples), (Texts{"abcd", "defgh", "hij"}));
    EXPECT_EQ(loaded->train.examples[0].tokens.front(), kBegin);
    EXPECT_EQ(loaded->train.examples[2].tokens.back(), kEnd);
    for (const auto& example : loaded->train.examples)
        EXPECT_EQ(example.supervised.front(), 0);
    const auto& report = loaded->train.report;
    EXPECT_EQ(report.supervised_tokens, 11);  // ten letters and the end
    EXPECT_EQ(report.rows, 1);
    EXPECT_EQ(report.examples, 3);
    EXPECT_EQ(report.truncated, 0);
    EXPECT_EQ(report.layout_reason, "the file is plain text: long documents are split, not cut");
}

TEST_F(DataEntryTest, EveryLengthOfADocumentIsLearnedWhole) {
    for (const std::int64_t max_length : {2, 3, 4, 7})
        for (int length = 1; length < 20; ++length) {
            DataSection settings;
            settings.max_length = max_length;
            const auto loaded =
                load({write("a.txt", std::string(static_cast<std::size_t>(length), 'x'))}, settings);
            ASSERT_TRUE(loaded) << loaded.error().message;
            EXPECT_EQ(loaded->train.report.supervised_tokens, length + 1);
            for (const auto& example : loaded->train.examples) {
                EXPECT_GE(example.tokens.size(), 2U);
                EXPECT_LE(std::ssize(example.tokens), max_length);
            }
        }
}

TEST_F(DataEntryTest, DocumentsKeepTheirColumnWhateverTheOthersAreCalled) {
    DataSection settings;
    settings.columns = {{"text", "body"}};
    const auto loaded = load({write("a.md", "# A"), write("b.jsonl", R"({"body": "b"})")}, settings);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(texts_of(loaded->train.examples), (Texts{"# A", "b"}));
}

TEST_F(DataEntryTest, AFolderIsReadFileByFile) {
    fs::create_directories(folder_ / "data" / "more");
    numbers("data/b.jsonl", 0, 2);
    numbers("data/more/a.jsonl", 2, 3);
    write("data/a.csv", "text\nfirst\n");
    write("data/README.md", "not read");
    const auto loaded = load({(folder_ / "data").string()});
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(texts_of(loaded->train.examples), (Texts{"first", "0", "1", "2"}));
    EXPECT_EQ(loaded->train.files.size(), 3U);
    EXPECT_EQ(loaded->train.examples[3].source_file, 2);
    write("data/more/z.jsonl", "{\"text\": oops}");
    const auto broken = load({(folder_ / "data").string()});
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("more/z.jsonl line 1"), std::string::npos);
    EXPECT_EQ(broken.error().field, "data.train");
}

TEST_F(DataEntryTest, TheWeightOfAFolderIsOfAllItsRows) {
    fs::create_directories(folder_ / "notes");
    for (int i = 0; i < 8; ++i)
        numbers(fmt::format("notes/{}.jsonl", i), i, i + 1);
    const auto loaded = load({entry((folder_ / "notes").string(), 0.25), numbers("a.jsonl", 8, 10)});
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->train.examples.size(), 2U + 2U);
}

TEST_F(DataEntryTest, SlicesTakePartOfTheRows) {
    const auto file = numbers("a.jsonl", 0, 10);
    const auto texts = [&](const char* slice) {
        const auto loaded = load({entry(file, 1.0, slice)});
        EXPECT_TRUE(loaded) << loaded.error().message;
        return loaded ? texts_of(loaded->train.examples) : Texts{};
    };
    EXPECT_EQ(texts("[:2]"), (Texts{"0", "1"}));
    EXPECT_EQ(texts("[8:]"), (Texts{"8", "9"}));
    EXPECT_EQ(texts("[10%:30%]"), (Texts{"1", "2"}));
    EXPECT_EQ(texts("[:]").size(), 10U);
    const auto nothing = load({entry(file, 1.0, "[20:30]")});
    ASSERT_FALSE(nothing);
    EXPECT_TRUE(nothing.error().message.ends_with("has no row; there are 10")) << nothing.error().message;
    EXPECT_EQ(nothing.error().field, "data.train");
}

TEST_F(DataEntryTest, SlicesOfAFolderCountOverItsFiles) {
    fs::create_directories(folder_ / "data");
    numbers("data/a.jsonl", 0, 3);
    numbers("data/b.jsonl", 3, 6);
    const auto folder = (folder_ / "data").string();
    EXPECT_EQ(texts_of(load({entry(folder, 1.0, "[2:5]")})->train.examples), (Texts{"2", "3", "4"}));
    EXPECT_EQ(texts_of(load({entry(folder, 1.0, "[50%:]")})->train.examples), (Texts{"3", "4", "5"}));
    EXPECT_EQ(texts_of(load({entry(folder, 1.0, "[:2]")})->train.examples), (Texts{"0", "1"}));
}

TEST_F(DataEntryTest, ASliceDoesNotReadWhatLiesBehindIt) {
    const auto file = numbers("a.jsonl", 0, 30);  // more than the layout is recognised by
    std::ofstream(file, std::ios::app) << "{broken";
    EXPECT_EQ(load({entry(file, 1.0, "[:25]")})->train.examples.size(), 25U);
    EXPECT_EQ(load({entry(file, 1.0, "[:30]")})->train.examples.size(), 30U);
    EXPECT_FALSE(load({entry(file, 1.0, "[:31]")}));
    EXPECT_FALSE(load({entry(file, 1.0, "[:50%]")})) << "its half is not known";
}

TEST_F(DataEntryTest, WeightsRepeatRowsAndLeaveThemOut) {
    const auto often = numbers("often.jsonl", 0, 3);
    const auto seldom = numbers("seldom.jsonl", 100, 200);
    const auto loaded = load({entry(often, 2.0), entry(seldom, 0.5)});
    ASSERT_TRUE(loaded) << loaded.error().message;
    auto texts = texts_of(loaded->train.examples);
    EXPECT_EQ(Texts(texts.begin(), texts.begin() + 6), (Texts{"0", "0", "1", "1", "2", "2"}));
    EXPECT_EQ(texts.size(), 6U + 50U);
    EXPECT_EQ(std::set<std::string>(texts.begin() + 6, texts.end()).size(), 50U);
    EXPECT_EQ(loaded->train.report.rows, 103);
    EXPECT_EQ(loaded->train.report.examples, 56);
    EXPECT_EQ(texts_of(load({entry(often, 2.0), entry(seldom, 0.5)})->train.examples), texts)
        << "the same again";
    EXPECT_EQ(load({entry(often, 2.0)}, {}, /*limit=*/3)->train.examples.size(), 3U) << "a preview";
}

TEST_F(DataEntryTest, WeightsWithAFractionReadAllRowsAndSomeOncemore) {
    const auto loaded = load({entry(numbers("a.jsonl", 0, 10), 1.3)});
    std::map<std::string, int> times;
    for (const auto& text : texts_of(loaded->train.examples))
        ++times[text];
    EXPECT_EQ(times.size(), 10U);
    EXPECT_EQ(loaded->train.examples.size(), 13U);
    EXPECT_EQ(load({entry(numbers("b.jsonl", 0, 3), 0.01)})->train.examples.size(), 1U);
}

TEST_F(DataEntryTest, RepeatedRowsAreNotAmongThoseSetAside) {
    DataSection settings;
    settings.validation_share = 0.2;
    const auto loaded = load({entry(numbers("a.jsonl", 0, 50), 3.0)}, settings);
    ASSERT_TRUE(loaded);
    const auto train = texts_of(loaded->train.examples);
    const auto validation = texts_of(loaded->validation.examples);
    EXPECT_EQ(train.size(), 120U);
    EXPECT_EQ(validation.size(), 10U);
    for (const auto& text : validation)
        EXPECT_EQ(std::ranges::count(train, text), 0) << text;
}

TEST_F(DataEntryTest, DuplicatesAreLeftOutOnlyWhereThatIsWanted) {
    const auto file = write("a.jsonl",
                            "{\"prompt\": \"a\", \"completion\": \"b\", \"id\": 1}\n"
                            "{\"prompt\": \"a\", \"completion\": \"b\", \"id\": 2}\n"
                            "{\"prompt\": \"ab\", \"completion\": \"b\"}\n"
                            "{\"prompt\": \"a\", \"completion\": \"bb\"}\n");
    EXPECT_EQ(load({file})->train.examples.size(), 4U);
    DataSection settings;
    settings.deduplicate = true;
    settings.validation = file;
    const auto loaded = load({file, file}, settings);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->train.examples.size(), 3U);
    EXPECT_EQ(loaded->train.report.duplicates, 5);
    EXPECT_EQ(loaded->train.report.rows, 8);
    EXPECT_EQ(loaded->validation.examples.size(), 3U) << "other data, counted anew";
}

TEST_F(DataEntryTest, ABrokenTemplateIsNoObstacleToPlainPrompts) {
    DataSection settings;
    settings.chat_template = "{% for";
    EXPECT_TRUE(load({write("a.jsonl", R"({"prompt": "a", "completion": "b"})")}, settings));
    const auto chat = load({write("b.jsonl", R"({"prompt": [{"role": "user", "content": "a"}],
 "completion": []})")},
                           settings);
    EXPECT_FALSE(chat);
}

}  // namespace
}  // namespace tunebench
