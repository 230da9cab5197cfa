#include "app/cli/output.h"
#include "app/cli/run_printer.h"
#include "core/jobs/run_event_json.h"
#include "core/run/run_folder.h"

namespace tunebench::cli {
namespace {

class JsonRunPrinter final : public RunPrinter {
public:
    void preparing(std::string_view) override {}
    void begin(const RunPlace& place) override {
        print_json_line({{"event", "run"}, {"id", place.id}, {"folder", place.folder.string()}});
    }
    void print(const RunEvent& event) override { print_line(run_event_to_line(event, timestamp_now())); }
    void pause() override {}
};

}  // namespace

std::unique_ptr<RunPrinter> json_run_printer() {
    return std::make_unique<JsonRunPrinter>();
}

}  // namespace tunebench::cli
