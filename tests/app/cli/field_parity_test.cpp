// Every field that the form has can be set from the command line, is explained by `run --help`, and stands in
// the manual.
#include <gtest/gtest.h>

#include "core/params/param_json.h"
#include "core/run/sections.h"
#include "core/run/selection.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

struct FormField {
    std::string name = {};
    std::string choice = {};  // "method.id=lora": what must be chosen first
    ParamSpec spec = {};
};

/// As the form is built: the sections, then the entries of every registry.
std::vector<FormField> form_fields() {
    std::vector<FormField> fields;
    for (const auto& spec : section_specs("general"))
        fields.push_back({std::string(spec.key), "", spec});
    for (const auto section : section_names()) {
        for (const auto& spec : section_specs(section))
            fields.push_back({std::string(section) + "." + std::string(spec.key), "", spec});
        if (!is_selection(section))
            continue;
        for (const auto& id : known_ids(section)) {
            const auto specs = selection_specs(section, id);
            EXPECT_TRUE(specs);
            for (const auto& spec : *specs)
                fields.push_back({std::string(section) + "." + std::string(spec.key),
                                  std::string(section) + ".id=" + id, spec});
        }
    }
    return fields;
}

/// A value that is allowed: the default as the command line writes it.
std::string value_text(const ParamSpec& spec) {
    const auto* text = spec.default_value.get<std::string>();
    return text ? *text : json_text(to_json(spec.default_value));
}

/// Words in order, whatever stands between them: roff escapes and line breaks.
std::string plain(const std::string& text) {
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '-' || text[i + 1] == '&'))
            continue;
        if (!std::isspace(static_cast<unsigned char>(text[i])) && text[i] != '&')
            letters += text[i];
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'e')
            ++i;  // a backslash
    }
    return letters;
}

TEST(FieldParityTest, EveryFieldCanBeSet) {
    const auto fields = form_fields();
    ASSERT_GT(fields.size(), 80U);
    for (const auto& field : fields) {
        auto config = default_run_config();
        std::vector<std::string> assignments;
        if (!field.choice.empty())
            assignments.push_back(field.choice);
        assignments.push_back(field.name + "=" + value_text(field.spec));
        const auto applied = apply_overrides(config, assignments);
        EXPECT_TRUE(applied) << assignments.back() << ": " << applied.error().message;
    }
}

TEST(FieldParityTest, EveryFieldIsExplained) {
    const SampleRun sample;
    const auto help = run_cli(sample, {"run", "--help"});
    const auto manual = run_cli(sample, {"man"});
    ASSERT_EQ(help.code, 0) << help.err;
    ASSERT_EQ(manual.code, 0) << manual.err;
    const auto help_text = plain(help.out);
    const auto manual_text = plain(manual.out);
    for (const auto& field : form_fields()) {
        EXPECT_FALSE(field.spec.help.empty()) << field.name;
        for (const auto* text : {&help_text, &manual_text}) {
            EXPECT_NE(text->find(plain(field.name)), std::string::npos) << field.name;
            EXPECT_NE(text->find(plain(std::string(field.spec.help))), std::string::npos)
                << field.name << ": " << field.spec.help;
            EXPECT_NE(text->find(plain(std::string(field.spec.effect))), std::string::npos)
                << field.name << ": " << field.spec.effect;
        }
        EXPECT_NE(manual_text.find(plain(std::string(field.spec.details))), std::string::npos)
            << field.name << ": " << field.spec.details;
    }
}

TEST(FieldParityTest, EveryCommandStandsInTheManual) {
    const SampleRun sample;
    const auto manual = run_cli(sample, {"man"}).out;
    for (const char* command :
         {"run", "estimate", "inspect", "preview", "generate", "evaluate", "export", "history list",
          "history show", "history export", "benchmark", "download", "import", "study", "compare", "doctor"})
        EXPECT_NE(manual.find(std::string(".SS ") + command + "\n"), std::string::npos) << command;
    EXPECT_EQ(manual.find(".SS man"), std::string::npos);
    EXPECT_TRUE(manual.starts_with(".TH TUNEBENCH"));
}

}  // namespace
}  // namespace tunebench::test
