#include "core/text/chat_template/jinja/scope.h"

#include <gtest/gtest.h>

#include "tests/core/text/chat_template/jinja/render.h"

namespace tunebench::jinja {
namespace {

TEST(ScopeTest, InnerNamesHideOuterOnes) {
    Scope outer;
    outer.set("x", Value(std::int64_t{1}));
    Scope inner(&outer);
    EXPECT_EQ(inner.find("x"), outer.find("x"));
    inner.set("x", Value(std::int64_t{2}));
    EXPECT_EQ(*outer.find("x")->get<std::int64_t>(), 1);
    EXPECT_EQ(*inner.find("x")->get<std::int64_t>(), 2);
    EXPECT_EQ(inner.find("y"), nullptr);
}

TEST(ScopeTest, ScopesThatNothingSeesAreUsedAgain) {
    Scopes scopes;
    auto& first = scopes.open(nullptr);
    first.set("x", Value());
    scopes.close(first);
    auto& second = scopes.open(nullptr);
    EXPECT_EQ(&first, &second);
    EXPECT_EQ(second.find("x"), nullptr);
    second.keep();
    scopes.close(second);
    EXPECT_NE(&scopes.open(nullptr), &second);
}

TEST(ScopeTest, WhatALoopSetsEndsWithTheIteration) {
    EXPECT_EQ(render("{% set x = 0 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }}{% endfor %}{{ x }}"),
              "120");
    EXPECT_EQ(render("{% for i in [1, 2] %}{{ y }}{% set y = i %}{% endfor %}"), "");
}

TEST(ScopeTest, WhatAnIfSetsStays) {
    EXPECT_EQ(render("{% if true %}{% set x = 1 %}{% endif %}{{ x }}"), "1");
}

TEST(ScopeTest, NamespacesCarryValuesOutOfLoops) {
    EXPECT_EQ(render("{% set ns = namespace(c=0) %}{% for i in [1, 2] %}{% set ns.c = ns.c + i %}{% endfor %}"
                     "{{ ns.c }}"),
              "3");
    EXPECT_EQ(render("{% set x = 1 %}{% set x.y = 2 %}"),
              "error: cannot assign attribute on non-namespace object");
}

TEST(ScopeTest, MacrosSeeWhereTheyAreDefinedNotWhereTheyAreCalled) {
    EXPECT_EQ(render("{% macro m() %}[{{ i }}{{ g }}]{% endmacro %}{% set g = 'g' %}"
                     "{% for i in [1] %}{{ m() }}{% endfor %}"),
              "[g]");
    EXPECT_EQ(render("{% set ns = namespace() %}{% for i in [1, 2] %}{% macro m() %}{{ i }}{% endmacro %}"
                     "{% set ns.m = m %}{% endfor %}{{ ns.m() }}"),
              "2")
        << "a macro keeps the scope it was defined in";
}

TEST(ScopeTest, BlocksHaveAScopeOfTheirOwn) {
    EXPECT_EQ(render("{% with a = 1 %}{{ a }}{% endwith %}{{ a is defined }}"), "1False");
    EXPECT_EQ(render("{% set x %}{% set y = 1 %}{{ y }}{% endset %}{{ x }}{{ y is defined }}"), "1False");
    EXPECT_EQ(render("{% generation %}{% set y = 1 %}{% endgeneration %}{{ y is defined }}"), "False");
}

}  // namespace
}  // namespace tunebench::jinja
