#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/inspect_text.h"
#include "app/cli/output.h"
#include "core/methods/adapter_description.h"

namespace tunebench::cli {
namespace {

struct InspectArguments {
    std::string folder = {};
    bool json = false;
};

template <class Inspection>
ExitCode show(const Result<Inspection>& inspection, bool json) {
    if (!inspection)
        return report_error(inspection.error(), json);
    if (json)
        print_json(to_json(*inspection));
    else
        print_line(to_text(*inspection));
    return ExitCode::Done;
}

/// What is missing or wrong stands in the report; here is how much, and what to do.
Error incomplete(const ModelInspection& model) {
    const auto& tensors = model.tensors;
    const auto& first = tensors.missing.empty() ? tensors.wrong_shapes.front() : tensors.missing.front();
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format(
                "The weights in {} are not those of its config.json: {} tensors are missing "
                "and {} have a wrong shape, the first is {}",
                model.folder.string(), tensors.missing.size(), tensors.wrong_shapes.size(), first),
            .hint = "Download the model's weights and its config.json again."};
}

ExitCode execute(const InspectArguments& arguments) {
    const auto folder = model_folder(arguments.folder);
    if (!folder)
        return report_error(folder.error(), arguments.json);
    if (has_adapter_config(*folder))
        return show(inspect_adapter(*folder), arguments.json);
    const auto model = inspect_model(*folder);
    const auto code = show(model, arguments.json);
    // On stdout the document stays the only one.
    return model && !model->tensors.is_complete() ? report_error(incomplete(*model), /*json=*/false) : code;
}

}  // namespace

Command add_inspect_command(CLI::App& program) {
    auto* parser =
        program.add_subcommand("inspect", "Say what a model or an adapter is, and whether it is whole");
    const auto arguments = std::make_shared<InspectArguments>();
    parser
        ->add_option("FOLDER", arguments->folder,
                     "Folder with config.json or adapter_config.json, or a name of the hub")
        ->type_name("")
        ->required();
    add_json_flag(*parser, arguments->json);
    parser->footer("Reads configuration and headers only, without the engine.\n" +
                   example_footer({"inspect resources/samples/town-model", "inspect town-adapter"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
