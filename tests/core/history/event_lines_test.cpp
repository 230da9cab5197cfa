#include "core/history/event_lines.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class EventLinesTest : public ::testing::Test {
protected:
    void append(const std::string& text) { std::ofstream(file_, std::ios::app | std::ios::binary) << text; }

    test::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "events.jsonl";
};

TEST_F(EventLinesTest, GivesWholeLinesAndLeavesATornOne) {
    append("one\n\ntwo\nthr");
    auto lines = EventLines::open(file_);
    ASSERT_TRUE(lines);
    for (const std::string expected : {"one", "", "two"}) {
        const auto line = lines->next();
        ASSERT_TRUE(line && *line);
        EXPECT_EQ(**line, expected);
    }
    EXPECT_FALSE(lines->next()->has_value());
    EXPECT_EQ(lines->line(), 3);
    EXPECT_EQ(lines->bytes(), 9U);
}

TEST_F(EventLinesTest, GoesOnWhenTheFileHasGrown) {
    append("one\nthr");
    auto lines = EventLines::open(file_);
    ASSERT_TRUE(lines->next()->has_value());
    ASSERT_FALSE(lines->next()->has_value());
    append("ee\n");
    const auto line = lines->next();
    ASSERT_TRUE(line && *line);
    EXPECT_EQ(**line, "three");
}

TEST_F(EventLinesTest, ReadsLinesLongerThanItsBuffer) {
    const std::string text(1 << 20, 'x');
    append("a\n" + text + "\nb\n");
    auto lines = EventLines::open(file_);
    EXPECT_EQ(**lines->next(), "a");
    EXPECT_EQ((**lines->next()).size(), text.size());
    EXPECT_EQ(**lines->next(), "b");
}

TEST_F(EventLinesTest, CountsOnlyTheLinesThatWereThereAtThatSize) {
    append("one\ntwo\nthree\n");
    EXPECT_EQ(*count_lines(file_, 8), 2);
    EXPECT_EQ(*count_lines(file_, 1000), 3);
    EXPECT_EQ(*count_lines(folder_.path() / "missing", 0), 0);
}

}  // namespace
}  // namespace tunebench
