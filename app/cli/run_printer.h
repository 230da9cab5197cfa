// RunPrinter: what a run tells, on stdout: for people with a progress line and a result block, for machines
// as JSON lines.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/jobs/run_event.h"

namespace tunebench::cli {

/// Where the run that is printed lies.
struct RunPlace {
    std::string id = {};
    std::filesystem::path folder = {};
};

class RunPrinter {
public:
    virtual ~RunPrinter() = default;

    /// While files are read and the model is loaded, before begin().
    virtual void preparing(std::string_view detail) = 0;
    /// The folder exists by now; events follow.
    virtual void begin(const RunPlace& place) = 0;
    virtual void print(const RunEvent& event) = 0;
    /// Makes room for something that is printed past this printer.
    virtual void pause() = 0;
};

/// `plain_interval`: between two progress lines where stdout is no terminal.
std::unique_ptr<RunPrinter> text_run_printer(std::chrono::seconds plain_interval);

/// The lines of events.jsonl, after a first line {"event": "run", "id": …, "folder": …}.
std::unique_ptr<RunPrinter> json_run_printer();

}  // namespace tunebench::cli
