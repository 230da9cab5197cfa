#include "core/text/chat_template/jinja/writer.h"

#include <gtest/gtest.h>

#include "core/text/chat_template/jinja/template.h"

namespace tunebench::jinja {
namespace {

constexpr const char* kMessages = R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant",
                                     "content": "bb"}]})";

std::vector<Piece> pieces(std::string_view source) {
    const auto parsed = Template::parse(source);
    EXPECT_TRUE(parsed);
    const auto rendered = parsed->render(OrderedJson::parse(kMessages), Moment());
    EXPECT_TRUE(rendered);
    return rendered->pieces;
}

TEST(WriterTest, TellsMessagesApart) {
    EXPECT_EQ(pieces("<{% for m in messages %}{{ m.role[0] }}{{ m.content }}{% endfor %}>"),
              (std::vector<Piece>{
                  {{0, 1}, {}, false}, {{1, 3}, 0, false}, {{3, 6}, 1, false}, {{6, 7}, {}, false}}));
}

TEST(WriterTest, FollowsSlicesFiltersAndInnerLoops) {
    const std::vector<Piece> second = {{{0, 2}, 1, false}};
    EXPECT_EQ(pieces("{% for m in messages[1:] %}{{ m.content }}{% endfor %}"), second);
    EXPECT_EQ(
        pieces(
            "{% for m in messages|selectattr('role', 'equalto', 'assistant') %}{{ m.content }}{% endfor %}"),
        second);
    EXPECT_EQ(pieces("{% for m in messages if loop is undefined and m.content == 'bb' %}"
                     "{% for c in m.content %}{{ c }}{% endfor %}{% endfor %}"),
              second);
}

TEST(WriterTest, MacrosWriteForTheMessageTheyAreCalledAt) {
    EXPECT_EQ(
        pieces("{% macro w(m) %}{{ m.content }}{% endmacro %}{% for m in messages %}{{ w(m) }}{% endfor %}"),
        (std::vector<Piece>{{{0, 1}, 0, false}, {{1, 3}, 1, false}}));
}

TEST(WriterTest, GenerationBlocksAreMarked) {
    EXPECT_EQ(
        pieces("{% for m in messages %}x{% generation %}{{ m.content }}{% endgeneration %}{% endfor %}"),
        (std::vector<Piece>{{{0, 1}, 0, false}, {{1, 2}, 0, true}, {{2, 3}, 1, false}, {{3, 5}, 1, true}}));
}

}  // namespace
}  // namespace tunebench::jinja
