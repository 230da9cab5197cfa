// tunebench-conformance: holds the program against reference cases in the layout of shared/goldens.
#include <CLI/CLI.hpp>
#include <fstream>

#include <fmt/format.h>

#include "tests/conformance/report.h"

namespace {

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && line.front() != '#')
            lines.push_back(line);
    return lines;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace tunebench::conformance;
    std::string models, tokenizers, schedules, chat, optimizers, filter, required, device = "cpu";
    CLI::App app(
        "Compares Tunebench with reference cases: one line a case, then the count. Logits are compared at "
        "the "
        "positions that the attention mask keeps.");
    app.add_option("folder", models, "Folder of model cases (manifest.json)");
    app.add_option("--device", device, "Where models run: cpu (default), cuda or auto");
    app.add_option("--tokenizers", tokenizers, "Folder of tokenizer cases");
    app.add_option("--schedules", schedules, "File of schedule cases");
    app.add_option("--chat", chat, "File of chat template cases");
    app.add_option("--optimizers", optimizers, "Folder of optimizer cases");
    app.add_option("--filter", filter, "Regular expression searched in the case's name");
    app.add_option("--require", required, "File of regular expressions of cases that may not be skipped");
    CLI11_PARSE(app, argc, argv);

    Report report(filter, required.empty() ? std::vector<std::string>{} : lines_of(required));
    if (!models.empty())
        check_models(models, device, report);
    if (!tokenizers.empty())
        check_tokenizers(tokenizers, report);
    if (!schedules.empty())
        check_schedules(schedules, report);
    if (!chat.empty())
        check_chat(chat, report);
    if (!optimizers.empty())
        check_optimizers(optimizers, report);
    return report.close();
}
