#include <gtest/gtest.h>

#include "tests/core/text/chat_template/jinja/render.h"

namespace tunebench::jinja {
namespace {

TEST(LexerTest, BlocksTakeTheirLineWithThem) {
    EXPECT_EQ(render("a\n  {% if true %}\n  b\n  {% endif %}\nc\n"), "a\n  b\nc");
    EXPECT_EQ(render("  {# comment #}\nx"), "x");
    EXPECT_EQ(render("  {{ 1 }}\nx"), "  1\nx") << "what is printed keeps its line";
}

TEST(LexerTest, SignsTakeOrKeepWhiteSpace) {
    EXPECT_EQ(render("a \n {{- 1 -}} \n b"), "a1b");
    EXPECT_EQ(render("a {%- if true -%} b {%- endif -%} c"), "abc");
    EXPECT_EQ(render("  {%+ if true +%}\nx{% endif %}"), "  \nx");
}

TEST(LexerTest, OnlyTheLastLineEndIsLeftOut) {
    EXPECT_EQ(render("a\n\n"), "a\n");
    EXPECT_EQ(render("a\r\nb\rc"), "a\nb\nc");
}

TEST(LexerTest, RawBlocksKeepTags) {
    EXPECT_EQ(render("{% raw %}{{ x }}{% if %}{% endraw %}"), "{{ x }}{% if %}");
    EXPECT_EQ(render("{% raw %}x"), "error: the chat template's line 1: Missing end of raw directive");
}

TEST(LexerTest, StringsHaveEscapes) {
    EXPECT_EQ(render(R"({{ 'a\n\t\\\'\x41\u00e9\U0001f389\101\d' }})"), "a\n\t\\'A\u00e9\U0001f389A\\d");
    EXPECT_EQ(render("{{ '}}' ~ \"%}\" }}"), "}}%}");
    EXPECT_EQ(render(R"({{ '\ud83d' }})"),
              "error: the chat template's line 1: \\u in a string stands for no character");
}

TEST(LexerTest, MistakesNameTheirLine) {
    EXPECT_EQ(render("a\nb\n{{ $ }}"), "error: the chat template's line 3: unexpected char '$'");
    EXPECT_EQ(render("\n{{ (] }}"), "error: the chat template's line 2: unexpected ']', expected ')'");
    EXPECT_EQ(render("x\n{# y"), "error: the chat template's line 2: Missing end of comment tag");
    EXPECT_EQ(render("{{ 'x }}"),
              "error: the chat template's line 1: unexpected char ': the string does not end");
}

TEST(LexerTest, TemplatesAreUtf8) {
    EXPECT_EQ(render("\xff"), "error: the chat template is not valid UTF-8");
}

}  // namespace
}  // namespace tunebench::jinja
