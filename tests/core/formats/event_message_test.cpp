#include "core/formats/event_message.h"

#include <bit>
#include <optional>

#include <gtest/gtest.h>

#include "tests/core/formats/protobuf_bytes.h"

namespace tunebench {
namespace {

using test::bytes_field;
using test::double_field;
using test::float_field;
using test::number_field;

std::string event_with(const std::string& value) {
    return double_field(1, 100.5) + number_field(2, 7) + bytes_field(5, bytes_field(1, value));
}

/// The number of a value with that tensor; none when no scalar came of it.
std::optional<double> scalar_of(const std::string& tensor) {
    const auto event = parse_event_message(event_with(bytes_field(1, "a") + bytes_field(8, tensor)));
    EXPECT_TRUE(event);
    if (!event || event->scalars.empty())
        return {};
    return event->scalars.front().value;
}

TEST(EventMessageTest, ReadsSimpleValues) {
    const auto event = parse_event_message(event_with(bytes_field(1, "loss") + float_field(2, 0.5F)));
    ASSERT_TRUE(event);
    EXPECT_EQ(event->wall_time, 100.5);
    EXPECT_EQ(event->step, 7);
    EXPECT_EQ(event->scalars, (std::vector<EventMessage::Scalar>{{"loss", 0.5}}));
}

TEST(EventMessageTest, ReadsTensorsOfOneNumber) {
    const auto eight = test::little_endian(std::bit_cast<std::uint64_t>(0.1));
    const auto four = test::little_endian(std::bit_cast<std::uint32_t>(0.5F));
    EXPECT_EQ(scalar_of(number_field(1, 1) + bytes_field(4, four)), 0.5);
    EXPECT_EQ(scalar_of(number_field(1, 2) + bytes_field(4, eight)), 0.1);
    EXPECT_EQ(scalar_of(number_field(1, 1) + float_field(5, 0.5F)), 0.5);
    EXPECT_EQ(scalar_of(number_field(1, 1) + bytes_field(5, four)), 0.5);
    EXPECT_EQ(scalar_of(number_field(1, 2) + bytes_field(6, eight)), 0.1);
    EXPECT_EQ(scalar_of(number_field(1, 9) + bytes_field(10, test::varint(300))), 300.0);
    EXPECT_EQ(scalar_of(number_field(1, 3) + number_field(7, static_cast<std::uint64_t>(-3))), -3.0);
    EXPECT_EQ(scalar_of(number_field(1, 3) + bytes_field(4, test::little_endian(std::uint32_t{0xFFFFFFFE}))),
              -2.0);
}

TEST(EventMessageTest, TensorsOfSeveralNumbersAreNoScalars) {
    EXPECT_FALSE(scalar_of(number_field(1, 1) + float_field(5, 0.5F) + float_field(5, 0.5F)));
    EXPECT_FALSE(scalar_of(number_field(1, 1) + bytes_field(4, std::string(8, '\0'))));
    EXPECT_FALSE(scalar_of(number_field(1, 7) + bytes_field(8, "text")));
    EXPECT_FALSE(scalar_of(""));
}

TEST(EventMessageTest, WhatIsWrittenIsRead) {
    const auto scalars = parse_event_message(scalars_event(12.5, 40, {{"a/b", 0.5}, {"c", -2.0}}));
    ASSERT_TRUE(scalars);
    EXPECT_EQ(*scalars,
              (EventMessage{.wall_time = 12.5, .step = 40, .scalars = {{"a/b", 0.5}, {"c", -2.0}}}));
    const std::vector<std::pair<std::string, Hyperparameter>> settings = {
        {"rank", 8.0}, {"packing", true}, {"method", std::string("lora")}};
    std::vector<std::pair<std::string, Hyperparameter>> read;
    for (const auto& bytes : hyperparameter_events(12.5, settings, {"a/b"})) {
        const auto event = parse_event_message(bytes);
        ASSERT_TRUE(event);
        read.insert(read.end(), event->hyperparameters.begin(), event->hyperparameters.end());
    }
    EXPECT_EQ(read, settings);
}

TEST(EventMessageTest, HostileMessagesEndInNothing) {
    const auto whole = event_with(bytes_field(1, "loss") + float_field(2, 0.5F));
    for (std::size_t size = 0; size < whole.size(); ++size)
        if (const auto event = parse_event_message(std::string_view(whole).substr(0, size))) {
            EXPECT_TRUE(event->scalars.empty());
        }
    // A length beyond the message, a number without an end, a group, nested lengths that do not fit.
    EXPECT_FALSE(parse_event_message("\x2A\xFF\xFF\xFF\xFF\x0F"));
    EXPECT_FALSE(parse_event_message(std::string("\x10") + std::string(20, '\xFF')));
    EXPECT_FALSE(parse_event_message("\x0B\x0C"));
    EXPECT_FALSE(parse_event_message(bytes_field(5, bytes_field(1, "\x0A\x7F"))));
    EXPECT_FALSE(parse_event_message(event_with(bytes_field(1, "a") + bytes_field(8, "\x22\x7F"))));
    EXPECT_FALSE(parse_event_message(event_with(bytes_field(9, bytes_field(1, "\x0A\x7F")))));
}

TEST(EventMessageTest, TagsThatAreNoTextAreLeftOut) {
    const auto event = parse_event_message(event_with(bytes_field(1, "\xFF\xFE") + float_field(2, 0.5F)));
    ASSERT_TRUE(event);
    EXPECT_TRUE(event->scalars.empty());
}

}  // namespace
}  // namespace tunebench
