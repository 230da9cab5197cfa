// SampleRun: a folder with everything that a run needs, in small: the tiny model,
// data, a run file, and a data folder of its own. run_cli runs the built tunebench-cli
// on it, with the fake engine.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {

class SampleRun {
public:
    SampleRun();

    const std::filesystem::path& folder() const { return folder_.path(); }
    std::filesystem::path model() const { return folder() / "model"; }
    std::filesystem::path train() const { return folder() / "train.jsonl"; }
    std::filesystem::path run_file() const { return folder() / "sample.tunebench.json"; }
    std::filesystem::path data_folder() const { return folder() / "data"; }

    /// The run file's content, to be changed and written again.
    const OrderedJson& run_json() const { return run_json_; }
    void write_run_file(const OrderedJson& json) const;

    /// Replaces a file below the folder.
    void write(const std::filesystem::path& name, std::string_view content) const;

private:
    TemporaryFolder folder_;
    OrderedJson run_json_ = {};
};

struct CliResult {
    int code = -1;
    std::string out = {};
    std::string err = {};
};

/// The data folder is the sample's; the engine is the fake one.
std::unique_ptr<ChildProcess> start_cli(const SampleRun& sample, std::vector<std::string> arguments,
                                        const ExtraEnvironment& environment = {});
CliResult run_cli(const SampleRun& sample, std::vector<std::string> arguments,
                  const ExtraEnvironment& environment = {});

/// stdout as one JSON document; a test failure and null when it is none.
Json json_of(const CliResult& result);

/// stdout as JSON, line by line.
std::vector<Json> json_lines_of(const CliResult& result);

}  // namespace tunebench::test
