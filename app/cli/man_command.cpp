// The manual page, from the same descriptions as --help: the build writes it with `tunebench-cli man --out`.
#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/output.h"
#include "core/base/durable_file.h"
#include "core/run/run_fields.h"

namespace tunebench::cli {
namespace {

/// Text as roff takes it: no escapes, no requests at the beginning of a line.
std::string escaped(std::string_view text) {
    std::string result;
    bool at_line_start = true;
    for (const char c : text) {
        if (at_line_start && (c == '.' || c == '\''))
            result += "\\&";
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
        at_line_start = c == '\n';
    }
    return result;
}

std::string entry(const std::string& term, const std::string& text) {
    return fmt::format(".TP\n.B {}\n{}\n", escaped(term), escaped(text));
}

std::string options_of(const CLI::App& parser) {
    std::string text;
    for (const auto* option : parser.get_options()) {
        auto name = option->get_name(false, true);
        if (const auto type = option->get_type_name(); !type.empty())
            name += " " + type;
        text += entry(name, option->get_description());
    }
    return text;
}

std::vector<const CLI::App*> inner_commands(const CLI::App& parser) {
    return parser.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

std::string command_section(const CLI::App& command, const std::string& name) {
    auto text = fmt::format(".SS {}\n{}\n", escaped(name), escaped(command.get_description()));
    text += options_of(command);
    // The fields at the end of `run --help` have a section of their own.
    auto footer = command.get_footer();
    footer = footer.substr(0, footer.find("\n\nFields of the run file"));
    if (!footer.empty())
        text += fmt::format(".PP\n.nf\n{}\n.fi\n", escaped(footer));
    for (const auto* inner : inner_commands(command))
        text += command_section(*inner, name + " " + inner->get_name());
    return text;
}

std::string fields_section() {
    std::string text = ".SH RUN FILE\nEvery field, as \\fB\\-\\-set\\fR takes it.\n";
    for (const auto& field : run_fields()) {
        auto term = field.name;
        if (!field.choices.empty())
            term += fmt::format(" ({})", fmt::join(field.choices, ", "));
        auto says = field.help;
        if (!field.unit.empty())
            says += fmt::format(" In {}.", field.unit);
        if (!field.values.empty())
            says += fmt::format(" [{}]", field.values);
        for (const auto& more : {field.effect, field.details})
            if (!more.empty())
                says += "\n" + more;
        text += entry(term, says);
    }
    return text;
}

std::string manual(const CLI::App& program) {
    std::string text = ".TH TUNEBENCH\\-CLI 1\n.SH NAME\ntunebench\\-cli \\- " +
                       escaped(program.get_description()) +
                       "\n.SH SYNOPSIS\n.B tunebench\\-cli\n.I command\n[\\fIoptions\\fR]\n.SH COMMANDS\n";
    for (const auto* command : inner_commands(program))
        text += command_section(*command, command->get_name());
    text += fields_section();
    return text +
           ".SH EXIT STATUS\n0: done. 1: failed, with the reason. 2: wrong use. 3: stopped by the user.\n";
}

}  // namespace

Command add_man_command(CLI::App& program) {
    auto* parser = program.add_subcommand("man", "Print the manual page");
    parser->group("");  // not in --help
    const auto out = std::make_shared<std::string>();
    parser->add_option("--out", *out, "File to write; else stdout")->type_name("FILE");
    parser->footer(example_footer({"man | man -l -"}));
    return {.parser = parser, .execute = [&program, out] {
                const auto text = manual(program);
                if (out->empty()) {
                    print_line(text);
                    return ExitCode::Done;
                }
                const auto written = write_file_durably(absolute_path(*out), text);
                return written ? ExitCode::Done : report_error(written.error(), false);
            }};
}

}  // namespace tunebench::cli
