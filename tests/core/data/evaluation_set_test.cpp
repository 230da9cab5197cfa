#include "core/data/evaluation_set.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class EvaluationSetTest : public testing::Test {
protected:
    std::string content() const {
        const auto bytes = read_file(file_, 1 << 20);
        return bytes ? *bytes : "no file";
    }

    void write(const std::string& text) const { std::ofstream(file_) << text; }

    test::TemporaryFolder folder_;
    const std::filesystem::path file_ = folder_.path() / "set.jsonl";
};

TEST_F(EvaluationSetTest, RowsAreAddedAndTakenBack) {
    const auto first = completion_row("a \"b\"", "c\nd");
    const auto second = completion_row("e", "f");
    ASSERT_TRUE(append_evaluation_row(file_, first));
    ASSERT_TRUE(append_evaluation_row(file_, second));
    const std::string one = R"({"prompt":"a \"b\"","completion":"c\nd"})"
                            "\n";
    EXPECT_EQ(content(), one + R"({"prompt":"e","completion":"f"})"
                               "\n");
    ASSERT_TRUE(take_back_evaluation_row(file_, second));
    EXPECT_EQ(content(), one);
    const auto gone = take_back_evaluation_row(file_, second);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, ErrorCode::NotFound);
    ASSERT_TRUE(take_back_evaluation_row(file_, first));
    EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(EvaluationSetTest, AConversationEndsWithItsAnswer) {
    const OrderedJson messages = {{{"role", "user"}, {"content", "Hi"}}};
    EXPECT_EQ(json_text(conversation_row(messages, "Hello")),
              R"({"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]})");
}

TEST_F(EvaluationSetTest, ALineWithoutItsEndIsKeptWhole) {
    write(R"({"prompt": "x", "completion": "y"})");
    ASSERT_TRUE(append_evaluation_row(file_, completion_row("a", "b")));
    EXPECT_EQ(content(),
              "{\"prompt\": \"x\", \"completion\": \"y\"}\n{\"prompt\":\"a\",\"completion\":\"b\"}\n");
}

TEST_F(EvaluationSetTest, OtherFilesStayAsTheyAre) {
    for (const auto* other : {"{\"messages\": []}\n", "{\"prompt\": \"a\"}\n", "prompt,completion\n"}) {
        write(other);
        EXPECT_FALSE(append_evaluation_row(file_, completion_row("a", "b"))) << other;
        EXPECT_EQ(content(), other);
    }
}

}  // namespace
}  // namespace tunebench
