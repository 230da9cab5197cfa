// Templates of our own and what Python's Jinja makes of them (tests/data/jinja/README.md).
#include <filesystem>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/core/text/chat_template/jinja/render.h"

namespace tunebench::jinja {
namespace {

OrderedJson read_cases(const std::string& name) {
    const auto path = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "tests/data/jinja" / (name + ".json");
    const auto text = read_file(path, std::uint64_t{1} << 22);
    EXPECT_TRUE(text) << path;
    return OrderedJson::parse(text ? *text : "{}");
}

class ReferenceCasesTest : public ::testing::TestWithParam<const char*> {};

TEST_P(ReferenceCasesTest, RenderAsPythonDoes) {
    const auto file = read_cases(GetParam());
    const auto variables = read_cases("variables").dump();
    ASSERT_GT(file.size(), 10U);
    for (const auto& test : file) {
        const auto source = test.at("template").get<std::string>();
        const auto text = render(source, variables);
        if (test.contains("text")) {
            EXPECT_EQ(text, test.at("text").get<std::string>()) << source;
        } else if (test.contains("error")) {
            EXPECT_EQ(text, "error: " + test.at("error").get<std::string>()) << source;
        } else
            EXPECT_TRUE(text.starts_with("error: ")) << source << " gives " << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Subjects, ReferenceCasesTest,
                         ::testing::Values("expressions", "numbers", "filters", "json", "methods",
                                           "whitespace", "statements", "blocks", "markup", "errors",
                                           "syntax"),
                         [](const auto& subject) { return std::string(subject.param); });

}  // namespace
}  // namespace tunebench::jinja
