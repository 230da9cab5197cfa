#include "core/formats/csv_field.h"

#include <gtest/gtest.h>

namespace tunebench {

TEST(CsvFieldTest, PlainTextStaysAsItIs) {
    EXPECT_EQ(csv_field(""), "");
    EXPECT_EQ(csv_field("loss"), "loss");
    EXPECT_EQ(csv_field("a=b-c+d@e"), "a=b-c+d@e");
}

TEST(CsvFieldTest, DelimitersQuotesAndLineBreaksAreInQuotes) {
    EXPECT_EQ(csv_field("a, b"), "\"a, b\"");
    EXPECT_EQ(csv_field("she said \"yes\""), "\"she said \"\"yes\"\"\"");
    EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
}

TEST(CsvFieldTest, WhatASpreadsheetWouldCalculateIsText) {
    EXPECT_EQ(csv_field("=1+2"), "'=1+2");
    EXPECT_EQ(csv_field("+cmd"), "'+cmd");
    EXPECT_EQ(csv_field("-cmd"), "'-cmd");
    EXPECT_EQ(csv_field("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_field("\t=1"), "'\t=1");
    EXPECT_EQ(csv_field("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csv_field("=HYPERLINK(\"http://x\",\"y\")"), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}

TEST(CsvFieldTest, NumbersStayNumbers) {
    EXPECT_EQ(csv_field("-5"), "-5");
    EXPECT_EQ(csv_field("-2.5e-07"), "-2.5e-07");
    EXPECT_EQ(csv_field("-1e999"), "-1e999");
    EXPECT_EQ(csv_field("-2+3"), "'-2+3");
}

}  // namespace tunebench
