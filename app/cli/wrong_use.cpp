#include "app/cli/wrong_use.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/base/text_distance.h"

namespace tunebench::cli {
namespace {

std::vector<std::string> flags_of(const CLI::App& parser) {
    std::vector<std::string> flags;
    for (const auto* option : parser.get_options())
        for (const auto& name : option->get_lnames())
            flags.push_back("--" + name);
    return flags;
}

std::vector<std::string> commands_of(const CLI::App& parser) {
    std::vector<std::string> names;
    for (const auto* command : parser.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

/// "tunebench-cli history show", as far as the line was understood.
std::string full_name(const CLI::App& parser) {
    const auto* parent = parser.get_parent();
    return parent ? full_name(*parent) + " " + parser.get_name() : parser.get_name();
}

const CLI::App& innermost(const CLI::App& program) {
    const auto chosen = program.get_subcommands();
    return chosen.empty() ? program : innermost(*chosen.back());
}

std::string help_of(const CLI::App& parser) {
    return fmt::format("`{} --help` shows how it is used.", full_name(parser));
}

Error unexpected(const CLI::App& parser, const std::string& word) {
    const bool is_flag = word.starts_with("-");
    const auto name = word.substr(0, word.find('='));
    const auto known = is_flag ? flags_of(parser) : commands_of(parser);
    const auto suggestion = nearest(name, known);
    auto message = is_flag         ? fmt::format("`{}` has no option {}", full_name(parser), name)
                   : known.empty() ? fmt::format("`{}` does not expect \"{}\"", full_name(parser), word)
                                   : fmt::format("`{}` has no command \"{}\"", full_name(parser), word);
    const auto hint = suggestion.empty() ? std::string() : fmt::format("Did you mean {}? ", suggestion);
    return {
        .code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = hint + help_of(parser)};
}

}  // namespace

Error wrong_use(const CLI::App& program, const CLI::ParseError& error) {
    const auto& parser = innermost(program);
    const auto left_over = parser.remaining();
    for (const auto& word : left_over)
        if (word.starts_with("-"))
            return unexpected(parser, word);
    if (!left_over.empty())
        return unexpected(parser, left_over.front());
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("`{}`: {}", full_name(parser), error.what()),
            .hint = help_of(parser)};
}

}  // namespace tunebench::cli
