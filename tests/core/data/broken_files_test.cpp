// The data doctor on files that are broken on purpose, each in its own way: it names the file, the line where
// the format has lines, and a remedy. The time is printed.
#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/data/data_findings.h"
#include "tests/core/data/byte_tokenizer.h"
#include "tests/core/formats/compressed_bytes.h"
#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench {
namespace {

struct Case {
    std::string name;  // of the file
    std::string bytes;
    std::string id;          // of the finding that is expected
    std::int64_t line = 0;   // 0: of the file as a whole
    std::string says = {};   // a part of its message
    std::string train = {};  // what it is validated against; empty: it is what is trained on
    bool has_labels = false;
    std::int64_t max_length = 256;
};

std::string pair_row(std::string_view prompt, std::string_view completion) {
    return fmt::format("{{\"prompt\": \"{}\", \"completion\": \"{}\"}}\n", prompt, completion);
}

std::string chat(std::string_view roles_and_contents) {
    return fmt::format("{{\"messages\": [{}]}}\n", roles_and_contents);
}

const std::string kGoodPair = pair_row("question", "answer");
const std::string kGoodChat =
    chat(R"({"role": "user", "content": "q"}, {"role": "assistant", "content": "a"})");

std::string cut_parquet() {
    using namespace test;
    auto bytes = parquet_bytes({text_field("text")}, {});
    return bytes.substr(0, bytes.size() - 6);
}

std::vector<Case> unreadable_files() {
    return {
        {"cut.jsonl", kGoodPair + R"({"prompt": "a", "compl)", "refused", 2, "JSON"},
        {"latin1.jsonl", kGoodPair + "{\"prompt\": \"gr\xFC\xDF\", \"completion\": \"b\"}\n", "refused", 2,
         "UTF-8"},
        {"utf16.jsonl", std::string("\xFF\xFE{\0\"\0a\0\"\0", 10), "refused_file", 0, "UTF-16"},
        {"nul.csv", std::string("text\nfirst\nse\0cond\n", 19), "refused", 3},
        {"short_row.csv", "prompt,completion\na,b\nonly one\n", "refused", 3},
        {"long_row.csv", "prompt,completion\na,b\nc,d,e\n", "refused", 3},
        {"open_quote.csv", "text\nfine\n\"never closed\nmore\n", "refused", 3},
        {"column_twice.csv", "text,text\na,b\n", "refused", 1},
        {"header_only.tsv", "prompt\tcompletion\n", "refused_file", 0, "no rows"},
        {"no_layout.jsonl",
         R"({"question": "a", "reply": "b"})"
         "\n",
         "refused", 1, "no layout"},
        {"missing_field.jsonl",
         kGoodPair + R"({"prompt": "a"})"
                     "\n",
         "refused", 2, "completion"},
        {"wrong_type.jsonl",
         kGoodPair + R"({"prompt": "a", "completion": 7})"
                     "\n",
         "refused", 2, "number"},
        {"duplicate_key.jsonl",
         kGoodPair + R"({"prompt": "a", "prompt": "b", "completion": "c"})"
                     "\n",
         "refused", 2, "prompt"},
        {"mixed_layouts.jsonl",
         kGoodPair + R"({"text": "another layout"})"
                     "\n",
         "refused", 2, "completion"},
        {"not_an_object.jsonl", kGoodPair + "[1, 2]\n", "refused", 2, "array"},
        {"cut.json", "[{\"text\": \"a\"},\n{\"text\": \"b\"", "refused", 2},
        {"empty.jsonl", "", "refused_file", 0, "no rows"},
        {"cut.jsonl.gz", test::gzipped(kGoodPair + kGoodPair).substr(0, 25), "refused_file", 0},
        {"cut.csv.zst", test::zstandard("text\na\nb\n").substr(0, 12), "refused_file", 0},
        {"cut.parquet", cut_parquet(), "refused_file", 0},
        {"spreadsheet.xlsx", "PK\x03\x04", "refused_file", 0},
    };
}

std::vector<Case> unusable_rows() {
    return {
        {"misspelt_role.jsonl", kGoodChat + chat(R"({"role": "asistant", "content": "a"})"), "refused", 2,
         "asistant"},
        {"out_of_turn.jsonl",
         kGoodChat + chat(R"({"role": "assistant", "content": "a"}, {"role": "user", "content": "q"})"),
         "out_of_turn", 2},
        {"empty_answer.jsonl",
         kGoodChat + chat(R"({"role": "user", "content": "q"}, {"role": "assistant", "content": ""})"),
         "empty_answers", 2},
        {"unlearnable.jsonl", kGoodPair + pair_row("question", ""), "unlearnable", 2},
        {"answer_cut_away.jsonl", kGoodPair + pair_row(std::string(300, 'q'), "a"), "cut_away", 2},
        {"truncated.jsonl", kGoodPair + pair_row("q", std::string(300, 'a')), "truncated", 2},
        {"enormous.jsonl", kGoodPair + pair_row("q", std::string(300'000, 'a')), "enormous", 2},
        {"repeated.jsonl", kGoodPair + pair_row("q", "other") + kGoodPair, "repeated", 3},
        {"blank_text.jsonl", kGoodPair + pair_row(" ", "answer"), "blank_parts", 2},
        {"no_text.jsonl", kGoodPair + pair_row(" ", " "), "empty", 2},
        {"mojibake.jsonl", kGoodPair + pair_row("caf\xC3\x83\xC2\xA9", "a"), "decoded_twice", 2},
        {"replaced.jsonl", kGoodPair + pair_row("caf\xEF\xBF\xBD", "a"), "unreadable_text", 2},
        {"escape.jsonl", kGoodPair + pair_row("red: \\u001b[31m", "a"), "control_characters", 2},
        {"unknown_label.csv", "text,label\na,yes\nb,maybe\n", "refused", 3, "maybe",
         "text,label\na,yes\nb,no\n", true},
        {"no_label.csv", "text,label\na,yes\nb,no\nc,\n", "refused", 4, "label", {}, true},
        {"leaked.jsonl", pair_row("new", "row") + kGoodPair, "leaked", 2, {}, kGoodPair + pair_row("q", "b")},
    };
}

class BrokenFilesTest : public DataTest {
protected:
    DataSection section_of(const Case& broken) const {
        DataSection data;
        data.max_length = broken.max_length;
        const auto file = write(broken.name, broken.bytes);
        data.train = {file};
        if (broken.train.empty())
            return data;
        data.train = {write("train" + std::filesystem::path(broken.name).extension().string(), broken.train)};
        data.validation = file;
        return data;
    }

    std::vector<DataFinding> findings_of(const Case& broken) const {
        const auto data = section_of(broken);
        const LabelSource labels;
        const auto begin = std::chrono::steady_clock::now();
        const auto diagnosis =
            examine_data(data, *tokenizer_, CancelToken{}, broken.has_labels ? &labels : nullptr);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
        EXPECT_TRUE(diagnosis) << broken.name << ": " << diagnosis.error().message;
        if (!diagnosis)
            return {};
        auto findings = data_findings(*diagnosis, data);
        fmt::print("{:>8.1f} ms  {}\n", time.count(), broken.name);
        return findings;
    }

    void expect_named(const Case& broken) const {
        SCOPED_TRACE(broken.name);
        const auto findings = findings_of(broken);
        const auto found = std::ranges::find(findings, broken.id, &DataFinding::id);
        std::string all;
        for (const auto& finding : findings)
            all += fmt::format("{}: {} ({})\n", finding.id, finding.message, finding.hint);
        ASSERT_NE(found, findings.end()) << "no finding " << broken.id << " in\n" << all;
        ASSERT_FALSE(found->rows.first.empty()) << all;
        const auto& place = found->rows.first.front();
        EXPECT_EQ(place.file, (folder_ / broken.name).string()) << all;
        EXPECT_EQ(place.line, broken.line) << all;
        EXPECT_NE(found->message.find(broken.says), std::string::npos) << all;
        EXPECT_FALSE(found->hint.empty()) << all;
        fmt::print("             {}: {} — {}\n", place_text(place), found->message, found->hint);
    }

    void SetUp() override {
        DataTest::SetUp();
        tokenizer_ = tokenizer();
    }

    std::optional<Tokenizer> tokenizer_ = {};
};

TEST_F(BrokenFilesTest, AreMoreThanThirty) {
    EXPECT_GE(unreadable_files().size() + unusable_rows().size(), 30U);
}

TEST_F(BrokenFilesTest, EachUnreadableOneIsNamedWithItsLineAndARemedy) {
    for (const auto& broken : unreadable_files())
        expect_named(broken);
}

TEST_F(BrokenFilesTest, EachRowThatIsOfNoUseIsNamedWithItsLineAndARemedy) {
    for (const auto& broken : unusable_rows())
        expect_named(broken);
}

TEST_F(BrokenFilesTest, AFolderWithoutADataFileIsNamed) {
    std::filesystem::create_directory(folder_ / "pictures");
    write("pictures/cat.png", "png");
    DataSection data;
    data.train = {(folder_ / "pictures").string()};
    const auto diagnosis = examine_data(data, *tokenizer_, CancelToken{});
    ASSERT_TRUE(diagnosis);
    const auto findings = data_findings(*diagnosis, data);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_TRUE(stops_run(findings));
    EXPECT_EQ(findings[0].rows.first.front().file, data.train[0].path);
    EXPECT_NE(findings[0].hint.find("*.jsonl"), std::string::npos) << findings[0].hint;
}

TEST_F(BrokenFilesTest, AFileWithAByteOrderMarkIsReadAsItIsMeant) {
    DataSection data;
    data.train = {write("mark.csv", "\xEF\xBB\xBFtext\na\nb\n")};
    const auto diagnosis = examine_data(data, *tokenizer_, CancelToken{});
    ASSERT_TRUE(diagnosis);
    EXPECT_TRUE(data_findings(*diagnosis, data).empty());
    EXPECT_EQ(diagnosis->train.report.rows, 2);
}

}  // namespace
}  // namespace tunebench
