#include "core/data/duplicate_filter.h"

#include <string>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

RowText row_of(const std::string& prompt, const std::string& answer) {
    return {.segments = {{.text = prompt}, {.text = answer, .supervised = true}}};
}

TEST(DuplicateFilterTest, RemembersAllRowsHoweverMany) {
    DuplicateFilter filter;
    for (int i = 0; i < 20000; ++i)
        ASSERT_TRUE(filter.is_new(row_of("q", std::to_string(i)))) << i;
    for (int i = 0; i < 20000; ++i)
        ASSERT_FALSE(filter.is_new(row_of("q", std::to_string(i)))) << i;
}

TEST(DuplicateFilterTest, TextsMarksAndLabelsTellRowsApart) {
    DuplicateFilter filter;
    EXPECT_TRUE(filter.is_new(row_of("ab", "c")));
    EXPECT_TRUE(filter.is_new(row_of("a", "bc")));
    auto unmarked = row_of("ab", "c");
    unmarked.segments[1].supervised = false;
    EXPECT_TRUE(filter.is_new(unmarked));
    auto labelled = row_of("ab", "c");
    labelled.label = "good";
    EXPECT_TRUE(filter.is_new(labelled));
    labelled.label = "bad";
    EXPECT_TRUE(filter.is_new(labelled));
    EXPECT_FALSE(filter.is_new(labelled));
}

}  // namespace
}  // namespace tunebench
