// Hostile templates end with an error that names the limit.
#include "core/text/chat_template/jinja/sandbox.h"

#include <chrono>

#include <gtest/gtest.h>

#include "tests/core/text/chat_template/jinja/render.h"

namespace tunebench::jinja {
namespace {

std::string repeated(std::string_view piece, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += piece;
    return text;
}

/// The error, after "the chat template goes over the limit of ".
std::string limit_of(const std::string& source, const Limits& limits = untimed()) {
    const auto result = render(source, R"({"l": [1, 2, 3]})", limits);
    const std::string phrase = "goes over the limit of ";
    const auto at = result.find(phrase);
    return at == std::string::npos ? result.substr(0, 200) : result.substr(at + phrase.size());
}

TEST(SandboxTest, LongLoopsEnd) {
    const std::string steps = "2000000 steps of evaluation";
    EXPECT_EQ(limit_of("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}"),
              steps);
    EXPECT_EQ(
        limit_of("{{ range(99999)|map('string')|map('int')|map('string')|map('int')|map('string')|map('int')"
                 "|map('string')|map('int')|map('string')|map('int')|map('string')|map('int')|sum }}"),
        steps);
    EXPECT_EQ(render("{{ range(1000000000) }}"),
              "error: Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).");
}

TEST(SandboxTest, LargeTextsAreNotMade) {
    const std::string text = "16.00 MiB for one text";
    EXPECT_EQ(limit_of("{{ 'a' * 1000000000 }}"), text);
    EXPECT_EQ(limit_of("{{ 'a' * 9223372036854775807 }}"), text);
    EXPECT_EQ(limit_of("{{ ('a' * 10000000) ~ ('b' * 10000000) }}"), text);
    EXPECT_EQ(limit_of("{{ 'a'.center(1000000000) }}"), text);
    EXPECT_EQ(limit_of("{{ 'a'|center(1000000000) }}"), text);
    EXPECT_EQ(limit_of("{{ '%1000000000d' % 1 }}"), text);
    EXPECT_EQ(limit_of("{{ '{:>1000000000}'.format('a') }}"), text);
    EXPECT_EQ(limit_of("{{ 'a'.zfill(1000000000) }}"), text);
    EXPECT_EQ(limit_of("{{ ('a' * 100000).replace('a', 'b' * 1000) }}"), text);
    EXPECT_EQ(limit_of("{{ ('a,' * 100000).split(',')|join('x' * 1000) }}"), text);
    EXPECT_EQ(limit_of("{{ ('\n' * 100000)|indent(1000, blank=true) }}"), text);
    EXPECT_EQ(limit_of("{{ [[[1]]]|tojson(indent=100000000) }}"), text);
}

TEST(SandboxTest, OutputHasALimit) {
    EXPECT_EQ(limit_of("{% set a = 'x' * 1000000 %}{% for i in range(100) %}{{ a }}{% endfor %}"),
              "16.00 MiB for one text");
}

TEST(SandboxTest, LongListsAreNotMade) {
    EXPECT_EQ(limit_of("{{ [1] * 1000000000 }}"), "1000000 items in one list");
    EXPECT_EQ(limit_of("{{ ('a' * 2000000)|list }}"), "1000000 items in one list");
    EXPECT_EQ(limit_of("{{ l|batch(1000000000, 'x')|list }}"), "1000000 items in one list");
    EXPECT_EQ(limit_of("{{ l|slice(1000000000)|list }}"), "1000000 items in one list");
}

TEST(SandboxTest, ValuesTogetherHaveALimit) {
    EXPECT_EQ(limit_of("{% set ns = namespace(l=[]) %}{% for i in range(1000) %}"
                       "{% set ns.l = ns.l + ['x' * 4000000] %}{% endfor %}"),
              "64.00 MiB for all values");
}

TEST(SandboxTest, MemoryThatIsGivenBackCanBeUsedAgain) {
    EXPECT_EQ(render("{% for i in range(50) %}{% set x = 'x' * 2000000 %}{% endfor %}{{ 'done' }}"), "done");
}

TEST(SandboxTest, MacrosThatCallThemselvesEnd) {
    const std::string depth = "400 levels of evaluation (macros that call themselves?)";
    EXPECT_EQ(limit_of("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"), depth);
    EXPECT_EQ(
        limit_of("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"),
        depth);
    EXPECT_EQ(limit_of("{% macro m() %}{% call m() %}{% endcall %}{{ caller }}{% endmacro %}{{ m() }}"),
              depth);
}

TEST(SandboxTest, DeepNestingIsNotParsed) {
    const std::string nesting = "100 levels of nesting";
    EXPECT_EQ(limit_of("{{ " + repeated("(", 10000) + "1" + repeated(")", 10000) + " }}"), nesting);
    EXPECT_EQ(limit_of("{{ " + repeated("[", 10000) + "1" + repeated("]", 10000) + " }}"), nesting);
    EXPECT_EQ(limit_of("{{ " + repeated("{1:", 10000) + "1" + repeated("}", 10000) + " }}"), nesting);
    EXPECT_EQ(limit_of("{{ " + repeated("-", 10000) + "1 }}"), nesting);
    EXPECT_EQ(limit_of("{{ " + repeated("x[", 10000) + "1" + repeated("]", 10000) + " }}"), nesting);
    EXPECT_EQ(limit_of("{{ " + repeated("f(", 10000) + "1" + repeated(")", 10000) + " }}"), nesting);
    EXPECT_EQ(limit_of("{{ " + repeated("1 if 1 else ", 10000) + "1 }}"), nesting);
    EXPECT_EQ(limit_of(repeated("{% if 1 %}", 10000)), nesting);
    EXPECT_EQ(limit_of(repeated("{% for i in l %}", 10000)), nesting);
}

TEST(SandboxTest, LongChainsAreNotParsed) {
    const std::string operands = "256 operands";
    for (const auto* link : {" + 1", " * 1", " ** 1", " and 1", " or 1", " if 1", ".a", "[1]", "()", "|abs"})
        EXPECT_EQ(limit_of("{{ 1" + repeated(link, 10000) + " }}"), operands) << link;
    EXPECT_EQ(limit_of("{{ " + repeated("not ", 10000) + "1 }}"), operands);
    EXPECT_EQ(render("{{ 1" + repeated(" ~ 1", 1000) + " }}"), std::string(1001, '1')) << "these do not nest";
}

TEST(SandboxTest, ValuesThatNestDeeplyAreNotMade) {
    EXPECT_EQ(
        limit_of(
            "{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% set ns.l = [ns.l] %}{% endfor %}"),
        "128 values nested in one another");
    EXPECT_EQ(limit_of("{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% set ns.l = {'a': ns.l} %}"
                       "{% endfor %}"),
              "128 values nested in one another");
}

TEST(SandboxTest, ValuesThatHoldThemselvesEnd) {
    EXPECT_EQ(limit_of("{% set ns = namespace() %}{% set ns.me = [ns] %}{{ ns }}"),
              "400 levels of evaluation (macros that call themselves?)");
    EXPECT_EQ(render("{% set ns = namespace() %}{% set ns.me = ns %}{{ ns.me.me.me is defined }}"), "True");
}

TEST(SandboxTest, ValuesThatDoubleEnd) {
    const std::string doubled =
        "{% set ns = namespace(l=['x']) %}{% for i in range(60) %}"
        "{% set ns.l = [ns.l, ns.l] %}{% endfor %}";
    EXPECT_EQ(limit_of(doubled + "{{ ns.l == ns.l }}"), "2000000 steps of evaluation");
    EXPECT_EQ(limit_of(doubled + "{{ ns.l|tojson }}"), "2000000 steps of evaluation");
    EXPECT_EQ(limit_of(doubled + "{{ ns.l }}"), "2000000 steps of evaluation");
}

TEST(SandboxTest, ChainsOfNamespacesAreTakenDown) {
    EXPECT_EQ(
        render("{% set ns = namespace(last=namespace()) %}{% for i in range(50000) %}{% set t = ns.last %}"
               "{% set t.next = namespace() %}{% set ns.last = t.next %}{% endfor %}{{ 'done' }}"),
        "done");
}

TEST(SandboxTest, SearchesTakeTimeInProportion) {
    EXPECT_EQ(render("{{ (('a' * 4000000) ~ 'b') in ('a' * 8000000) }}"), "False");
    EXPECT_EQ(render("{{ ('a' * 8000000).rfind('b' ~ ('a' * 4000000)) }}"), "-1");
}

TEST(SandboxTest, TextsAreNotCutIntoTooManyPieces) {
    const std::string items = "1000000 items in one list";
    EXPECT_EQ(limit_of("{{ ('a ' * 4000000).split()|length }}"), items);
    EXPECT_EQ(limit_of("{{ ('a,' * 4000000).rsplit(',')|length }}"), items);
    EXPECT_EQ(limit_of("{{ ('\\n' * 4000000).splitlines()|length }}"), items);
    EXPECT_EQ(limit_of("{{ ('\\n' * 4000000)|indent }}"), items);
    EXPECT_EQ(limit_of("{{ ('a' * 4000000)[::2] }}"), items);
}

TEST(SandboxTest, LargeTemplatesAreRefused) {
    EXPECT_EQ(render(std::string(2000000, 'x')),
              "error: the chat template goes over the limit of 256.00 KiB for a template");
}

TEST(SandboxTest, NumbersStayWithin64Bits) {
    for (const auto* source :
         {"{{ 9223372036854775807 + 1 }}", "{{ -9223372036854775807 - 2 }}", "{{ 2 ** 64 }}",
          "{{ 4611686018427387904 * 2 }}", "{{ 1e300|int }}", "{{ (-9223372036854775807 - 1)|abs }}",
          "{{ (-9223372036854775807 - 1) // -1 }}"})
        EXPECT_EQ(render(source), "error: an integer is larger than 64 bits") << source;
    EXPECT_NE(render("{{ 9223372036854775808 }}").find("an integer is larger than 64 bits"),
              std::string::npos);
    EXPECT_EQ(render("{{ (-9223372036854775807 - 1) % -1 }}"), "0");
}

TEST(SandboxTest, TimeHasALimit) {
    Limits limits;
    limits.steps = std::int64_t{1} << 40;
    limits.time = std::chrono::milliseconds(20);
    EXPECT_EQ(
        limit_of("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}", limits),
        "20 ms for rendering");
}

TEST(SandboxTest, NothingIsChangedAndNothingInternalIsReached) {
    EXPECT_EQ(render("{{ [].append(1) }}"),
              "error: access to attribute 'append' of 'list' object is unsafe.");
    EXPECT_EQ(render("{{ {}.update({}) }}"),
              "error: access to attribute 'update' of 'dict' object is unsafe.");
    EXPECT_EQ(render("{{ ''.__class__.__mro__ }}"),
              "error: access to attribute '__class__' of 'str' object is unsafe.");
    EXPECT_EQ(render("{{ [].append is defined }}{{ ''.__class__ }}"), "False");
}

}  // namespace
}  // namespace tunebench::jinja
