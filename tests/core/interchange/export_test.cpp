// Runs as files of other programs, read back by readers that share nothing with the writers.
#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "core/interchange/import_run.h"
#include "core/interchange/run_exporter.h"
#include "tests/core/history/history_fixture.h"
#include "tests/core/interchange/event_file.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using test::step_at;

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    EXPECT_TRUE(stream) << file;
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

/// "key: value" lines.
std::map<std::string, std::string> yaml_of(const fs::path& file) {
    std::map<std::string, std::string> values;
    std::istringstream lines(bytes_of(file));
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        EXPECT_NE(colon, std::string::npos) << line;
        auto value = line.substr(colon + 2);
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\''))
            value = value.substr(1, value.size() - 2);
        values[line.substr(0, colon)] = value;
    }
    return values;
}

class ExportTest : public ::testing::Test {
protected:
    static constexpr int kSteps = 5;

    ExportTest() {
        const auto history = test::open_history(data());
        const auto run = test::make_run(data(), "town, \"quoted\"", "1a2b3c4d");
        auto recorder = RunRecorder::open(run, history.get());
        EXPECT_TRUE(recorder->record(test::started_at(0)));
        for (int step = 1; step <= kSteps; ++step)
            EXPECT_TRUE(recorder->record(at(step)));
        EXPECT_TRUE(recorder->record(
            EvaluationDone{.step = kSteps, .loss = 0.1, .perplexity = 1.1, .is_best = true}));
        EXPECT_TRUE(recorder->record(RunFinished{.step = kSteps, .training_loss = at(kSteps).loss}));
        EXPECT_TRUE(history->flush());
        history->set_notes("1a2b3c4d", "two\nlines");
        EXPECT_TRUE(history->flush());
        reader_ = test::open_reader(data());
    }

    /// The third step has no usable loss.
    static StepDone at(std::int64_t step) {
        auto done = step_at(step);
        if (step == 3)
            done.loss = std::numeric_limits<double>::quiet_NaN();
        return done;
    }

    fs::path data() const { return folder_.path() / "data"; }

    fs::path write(const std::string& format) {
        const auto out = folder_.path() / ("out-" + format);
        const std::vector<std::string> ids = {"1a2b3c4d"};
        const auto written = export_runs(*find_run_exporter(format), *reader_, ids, out);
        EXPECT_TRUE(written) << written.error().message;
        return out;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<HistoryReader> reader_;
};

TEST_F(ExportTest, TensorBoardReadsTheScalars) {
    const auto out = write("tensorboard");
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(out))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    ASSERT_EQ(files.size(), 1U);
    EXPECT_TRUE(files[0].filename().string().starts_with("events.out.tfevents.")) << files[0];
    EXPECT_NE(files[0].parent_path(), out);
    const auto events = test::read_event_file(bytes_of(files[0]));
    EXPECT_EQ(events.version, "brain.Event:2");
    const auto& losses = events.scalars.at("train/loss");
    ASSERT_EQ(losses.size(), static_cast<std::size_t>(kSteps));
    for (int step = 1; step <= kSteps; ++step) {
        const auto& read = losses[static_cast<std::size_t>(step - 1)];
        EXPECT_EQ(read.step, step);
        if (step == 3) {
            EXPECT_TRUE(std::isnan(read.value));
        } else {
            EXPECT_EQ(read.value, static_cast<float>(at(step).loss));
        }
    }
    EXPECT_NEAR(losses[4].wall_time - losses[0].wall_time, 0.4, 1e-6);
    EXPECT_EQ(events.scalars.at("validation/loss").at(0).value, 0.1F);
    EXPECT_EQ(events.hyperparameters.at("method.id"), "lora");
    EXPECT_EQ(events.hyperparameters.at("data.packing"), "true");
    EXPECT_EQ(std::stod(events.hyperparameters.at("method.rank")), 16.0);
    EXPECT_NE(events.texts.at("settings/text_summary").find("| method.id | `lora` |"), std::string::npos);
}

TEST_F(ExportTest, WhatTensorBoardGetsComesBack) {
    const auto sources = find_import_sources(write("tensorboard"));
    ASSERT_TRUE(sources);
    ASSERT_EQ(sources->size(), 1U);
    const auto imported = import_run(folder_.path() / "other", sources->front());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_TRUE(imported->remarks.empty());
    { const auto history = test::open_history(folder_.path() / "other"); }
    const auto other = test::open_reader(folder_.path() / "other");
    EXPECT_EQ(*other->metrics(imported->id), *reader_->metrics("1a2b3c4d"));
}

TEST_F(ExportTest, CsvHasAValueALineAtFullPrecision) {
    std::istringstream lines(bytes_of(write("csv")));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "run,metric,step,seconds,value\r");
    int losses = 0;
    while (std::getline(lines, line)) {
        std::istringstream fields(line);
        std::string run, metric, step, seconds, value;
        std::getline(fields, run, ',');
        std::getline(fields, metric, ',');
        std::getline(fields, step, ',');
        std::getline(fields, seconds, ',');
        std::getline(fields, value, '\r');
        EXPECT_EQ(run, "1a2b3c4d");
        if (metric != "loss")
            continue;
        ++losses;
        if (step == "3") {
            EXPECT_EQ(value, "NaN");
        } else {
            EXPECT_EQ(std::stod(value), at(std::stoll(step)).loss);
        }
    }
    EXPECT_EQ(losses, kSteps);
}

TEST_F(ExportTest, JsonLinesHaveAnObjectAValue) {
    std::istringstream lines(bytes_of(write("jsonl")));
    int losses = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto json = Json::parse(line);
        EXPECT_EQ(json.at("run"), "1a2b3c4d");
        if (json.at("metric") != "loss")
            continue;
        ++losses;
        const auto step = json.at("step").get<std::int64_t>();
        if (step == 3) {
            EXPECT_EQ(json.at("value"), "NaN");
        } else {
            EXPECT_EQ(json.at("value").get<double>(), at(step).loss);
        }
    }
    EXPECT_EQ(losses, kSteps);
}

TEST_F(ExportTest, MlflowFindsItsLayout) {
    const auto out = write("mlflow");
    const auto experiment = yaml_of(out / "1" / "meta.yaml");
    EXPECT_EQ(experiment.at("experiment_id"), "1");
    EXPECT_EQ(experiment.at("lifecycle_stage"), "active");
    EXPECT_TRUE(experiment.at("artifact_location").starts_with("file:///"));
    std::vector<fs::path> runs;
    for (const auto& entry : fs::directory_iterator(out / "1"))
        if (entry.is_directory())
            runs.push_back(entry.path());
    ASSERT_EQ(runs.size(), 1U);
    const auto run = yaml_of(runs[0] / "meta.yaml");
    EXPECT_EQ(run.at("run_id"), runs[0].filename().string());
    EXPECT_EQ(run.at("run_uuid"), run.at("run_id"));
    EXPECT_EQ(run.at("run_id").size(), 32U);
    EXPECT_EQ(run.at("experiment_id"), "1");
    EXPECT_EQ(run.at("status"), "3");
    EXPECT_EQ(run.at("run_name"), "town, \\\"quoted\\\"");
    EXPECT_GE(std::stoll(run.at("end_time")), std::stoll(run.at("start_time")));
    EXPECT_TRUE(fs::is_directory(runs[0] / "artifacts"));
    EXPECT_EQ(bytes_of(runs[0] / "params" / "method.rank"), "16");
    EXPECT_EQ(bytes_of(runs[0] / "params" / "data.packing"), "true");
    EXPECT_EQ(bytes_of(runs[0] / "tags" / "mlflow.note.content"), "two\nlines");
    EXPECT_EQ(bytes_of(runs[0] / "tags" / "mlflow.runName"), "town, \"quoted\"");
    for (const auto& entry : fs::directory_iterator(runs[0] / "params"))
        EXPECT_EQ(bytes_of(entry.path()).find('\n'), std::string::npos) << entry.path();
    std::istringstream lines(bytes_of(runs[0] / "metrics" / "loss"));
    std::int64_t time = 0;
    std::string value;
    std::int64_t step = 0;
    int count = 0;
    while (lines >> time >> value >> step) {
        ++count;
        EXPECT_EQ(step, count);
        EXPECT_EQ(time, std::stoll(run.at("start_time")) + 100 * step);
        if (step == 3) {
            EXPECT_EQ(value, "nan");
        } else {
            EXPECT_EQ(std::stod(value), at(step).loss);
        }
    }
    EXPECT_EQ(count, kSteps);
}

TEST_F(ExportTest, ASpreadsheetDoesNotCalculateAForeignName) {
    std::ofstream(folder_.path() / "formula.csv") << "step,=1+2\n1,-3\n";
    const auto sources = find_import_sources(folder_.path() / "formula.csv");
    const auto imported = import_run(data(), sources->front());
    ASSERT_TRUE(imported) << imported.error().message;
    { const auto history = test::open_history(data()); }
    reader_ = test::open_reader(data());
    const std::vector<std::string> ids = {imported->id};
    const auto out = folder_.path() / "out.csv";
    const auto written = export_runs(*find_run_exporter("csv"), *reader_, ids, out);
    ASSERT_TRUE(written) << written.error().message;
    const auto text = bytes_of(out);
    EXPECT_NE(text.find(",'=1+2,1,"), std::string::npos) << text;
    EXPECT_NE(text.find(",-3"), std::string::npos) << text;
}

TEST_F(ExportTest, NamesThatLeadOutOfTheFolderStayInIt) {
    std::ofstream(folder_.path() / "evil.csv") << "step,../../../evil,a//b,/c\n1,1,2,3\n";
    const auto sources = find_import_sources(folder_.path() / "evil.csv");
    const auto imported = import_run(data(), sources->front());
    ASSERT_TRUE(imported) << imported.error().message;
    { const auto history = test::open_history(data()); }
    reader_ = test::open_reader(data());
    const std::vector<std::string> ids = {imported->id};
    const auto out = folder_.path() / "deep" / "mlruns";
    const auto written = export_runs(*find_run_exporter("mlflow"), *reader_, ids, out);
    ASSERT_TRUE(written) << written.error().message;
    std::size_t metrics = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
        if (entry.is_regular_file() && entry.path().string().find("/metrics/") != std::string::npos) {
            EXPECT_TRUE(entry.path().string().starts_with(out.string())) << entry.path();
            ++metrics;
        }
    EXPECT_EQ(metrics, 3U);
}

TEST_F(ExportTest, MetricsWhoseNamesClashKeepAFileEach) {
    std::ofstream(folder_.path() / "clash.csv") << "step,acc,acc/top5,a:b,a_b,acc_top5\n1,1,2,3,4,5\n";
    const auto sources = find_import_sources(folder_.path() / "clash.csv");
    const auto imported = import_run(data(), sources->front());
    ASSERT_TRUE(imported) << imported.error().message;
    { const auto history = test::open_history(data()); }
    reader_ = test::open_reader(data());
    const std::vector<std::string> ids = {imported->id};
    const auto written = export_runs(*find_run_exporter("mlflow"), *reader_, ids, folder_.path() / "mlruns");
    ASSERT_TRUE(written) << written.error().message;
    std::set<double> values;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / "mlruns"))
        if (entry.is_regular_file() && entry.path().string().find("/metrics/") != std::string::npos) {
            std::istringstream line(bytes_of(entry.path()));
            double time = 0.0, value = 0.0;
            line >> time >> value;
            values.insert(value);
        }
    EXPECT_EQ(values, (std::set<double>{1, 2, 3, 4, 5}));
}

TEST_F(ExportTest, AFolderThatIsNotEmptyIsKept) {
    const auto out = write("mlflow");
    const std::vector<std::string> ids = {"1a2b3c4d"};
    const auto again = export_runs(*find_run_exporter("mlflow"), *reader_, ids, out);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::InvalidArgument);
}

}  // namespace
}  // namespace tunebench
