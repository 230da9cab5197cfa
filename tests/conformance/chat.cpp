// Rendered chat templates against the reference's text, or the message of the error that it raises: exactly.
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/text/chat_template/chat_template.h"
#include "tests/conformance/report.h"

namespace tunebench::conformance {
namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{64} << 20;

/// "2026-11-23": what templates get as today.
jinja::Moment moment_of(const std::string& date) {
    int year = 1970;
    unsigned month = 1;
    unsigned day = 1;
    std::from_chars(date.data(), date.data() + 4, year);
    std::from_chars(date.data() + 5, date.data() + 7, month);
    std::from_chars(date.data() + 8, date.data() + 10, day);
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

std::string case_name(const OrderedJson& test) {
    return fmt::format("{}/{}{}{}", test.at("template").get<std::string>(),
                       test.at("conversation").get<std::string>(),
                       test.at("add_generation_prompt").get<bool>() ? "+prompt" : "",
                       test.at("tools").is_null() ? "" : "+tools");
}

std::string first_difference(std::string_view expected, std::string_view text) {
    std::size_t at = 0;
    while (at < expected.size() && at < text.size() && expected[at] == text[at])
        ++at;
    return fmt::format("differs at byte {}: expected \"{}\", got \"{}\"", at, expected.substr(at, 40),
                       text.substr(at, 40));
}

void compare(const std::string& name, const OrderedJson& test, const Result<std::string>& text,
             Report& report) {
    if (test.contains("error")) {
        const auto expected = test.at("error").get<std::string>();
        if (text)
            report.failed(name, fmt::format("no error, expected \"{}\"", expected));
        else if (text.error().message == expected)
            report.passed(name, "refused as expected");
        else
            report.failed(name, first_difference(expected, text.error().message));
        return;
    }
    const auto expected = test.at("expected").get<std::string>();
    if (!text)
        report.failed(name, text.error().message);
    else if (*text == expected)
        report.passed(name, fmt::format("{} bytes", text->size()));
    else
        report.failed(name, first_difference(expected, *text));
}

Result<std::string> rendered(const OrderedJson& file, const OrderedJson& test) {
    const auto name = test.at("template").get<std::string>();
    const auto& entry = file.at("templates").at(name);
    TRY(const auto chat_template, ChatTemplate::parse(name, entry.at("template").get<std::string>()));
    ChatInput input;
    input.messages = file.at("conversations").at(test.at("conversation").get<std::string>());
    input.tools = test.at("tools");
    input.add_generation_prompt = test.at("add_generation_prompt").get<bool>();
    if (entry.contains("special_tokens"))
        input.variables = entry.at("special_tokens");
    input.now = moment_of(file.at("today").get<std::string>());
    return chat_template.render(input);
}

}  // namespace

void check_chat(const std::string& path, Report& report) {
    // The order of keys is part of what templates print, so it is kept.
    const auto text = read_file(path, kMaxFileBytes);
    const auto file = text ? OrderedJson::parse(*text, nullptr, /*allow_exceptions=*/false) : OrderedJson();
    if (!file.is_object())
        return report.failed("chat templates", text ? path + " is no JSON" : text.error().message);
    for (const auto& test : file.at("cases"))
        if (const auto name = case_name(test); report.wants(name))
            compare(name, test, rendered(file, test), report);
}

}  // namespace tunebench::conformance
