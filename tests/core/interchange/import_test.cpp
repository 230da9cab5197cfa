// Logs of other programs become runs of the history.
#include <cmath>
#include <fstream>

#include <gtest/gtest.h>

#include "core/history/history.h"
#include "core/interchange/import_run.h"
#include "core/run/run_folder.h"
#include "tests/core/formats/protobuf_bytes.h"
#include "tests/core/interchange/event_file.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using test::bytes_field;
using test::double_field;
using test::float_field;
using test::number_field;
using test::record_of;

std::string scalar_record(std::int64_t step, const std::string& tag, float value) {
    return record_of(double_field(1, 1'700'000'000.0 + static_cast<double>(step)) +
                     number_field(2, static_cast<std::uint64_t>(step)) +
                     bytes_field(5, bytes_field(1, bytes_field(1, tag) + float_field(2, value))));
}

/// Three steps of two metrics: a version and six records.
std::string event_file() {
    std::string bytes = record_of(double_field(1, 1'700'000'000.0) + bytes_field(3, "brain.Event:2"));
    for (int step = 1; step <= 3; ++step)
        bytes += scalar_record(step, "train/loss", 1.0F / static_cast<float>(step)) +
                 scalar_record(step, "eval/accuracy", 0.25F * static_cast<float>(step));
    return bytes;
}

class ImportTest : public ::testing::Test {
protected:
    fs::path write(const std::string& name, const std::string& bytes) const {
        const auto file = folder_.path() / "logs" / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

    fs::path data() const { return folder_.path() / "data"; }

    std::vector<ImportSource> sources(const fs::path& path) const {
        const auto found = find_import_sources(path);
        EXPECT_TRUE(found) << found.error().message;
        return found ? *found : std::vector<ImportSource>();
    }

    ImportOutcome import(const fs::path& path) const {
        const auto found = sources(path);
        EXPECT_EQ(found.size(), 1U);
        const auto outcome = import_run(data(), found.at(0));
        EXPECT_TRUE(outcome) << outcome.error().message;
        return outcome ? *outcome : ImportOutcome();
    }

    std::unique_ptr<HistoryReader> reader() const {
        const auto history = History::open(data());
        EXPECT_TRUE(history) << history.error().message;
        auto reader = HistoryReader::open(History::database_path(data()));
        EXPECT_TRUE(reader) << reader.error().message;
        return *std::move(reader);
    }

    static std::vector<std::pair<std::int64_t, double>> values(HistoryReader& reader, const std::string& id,
                                                               const std::string& metric) {
        std::vector<std::pair<std::int64_t, double>> read;
        const auto points = reader.metric(id, metric);
        EXPECT_TRUE(points) << points.error().message;
        for (const auto& point : *points)
            read.emplace_back(point.step, point.value);
        return read;
    }

    test::TemporaryFolder folder_;
};

using Points = std::vector<std::pair<std::int64_t, double>>;

TEST_F(ImportTest, ATensorBoardFileBecomesARun) {
    const auto file = write("night/events.out.tfevents.1700000000.host.1.0", event_file());
    const auto outcome = import(file.parent_path());
    EXPECT_EQ(outcome.name, "night");
    EXPECT_EQ(outcome.steps, 3);
    EXPECT_TRUE(outcome.remarks.empty());
    const auto history = reader();
    const auto run = history->run(outcome.id);
    ASSERT_TRUE(run) << run.error().message;
    EXPECT_EQ(run->summary.origin, "tensorboard: " + file.parent_path().string());
    EXPECT_EQ(run->summary.method, "imported");
    EXPECT_EQ(run->summary.status, RunStatus::Completed);
    EXPECT_EQ(run->summary.steps, 3);
    EXPECT_EQ(run->summary.created_at, "2023-11-14T22:13:21.000Z");
    EXPECT_EQ(run->summary.seconds, 2.0);
    EXPECT_NEAR(*run->summary.training_loss, 1.0 / 3.0, 1e-7);
    EXPECT_EQ(*history->metrics(outcome.id), (std::vector<std::string>{"loss", "validation_accuracy"}));
    EXPECT_EQ(values(*history, outcome.id, "validation_accuracy"), (Points{{1, 0.25}, {2, 0.5}, {3, 0.75}}));
    const auto summaries = history->summaries(outcome.id);
    ASSERT_TRUE(summaries);
    EXPECT_EQ(summaries->at(1).best(), (MetricValue{3, 0.75}));
}

TEST_F(ImportTest, TheSameLogComesOnce) {
    const auto file = write("night/events.out.tfevents.1", event_file());
    const auto first = import(file.parent_path());
    EXPECT_FALSE(first.was_there);
    const auto second = import(file.parent_path());
    EXPECT_TRUE(second.was_there);
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(reader()->runs()->size(), 1U);
}

TEST_F(ImportTest, AFolderHoldsARunAFolder) {
    write("a/events.out.tfevents.1", event_file());
    write("a/events.out.tfevents.2", scalar_record(9, "train/loss", 9.0F));
    write("b/c/events.out.tfevents.1", event_file());
    write("b/notes.txt", "no log");
    const auto found = sources(folder_.path() / "logs");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "a");
    EXPECT_EQ(found[0].files.size(), 2U);
    EXPECT_EQ(found[1].name, "b/c");
    EXPECT_EQ(import_run(data(), found[0])->steps, 4);
}

TEST_F(ImportTest, HyperparametersAreKeptAsSettings) {
    const auto number = bytes_field(1, bytes_field(1, "lr") + bytes_field(2, double_field(2, 0.125)));
    const auto text = bytes_field(1, bytes_field(1, "kind") + bytes_field(2, bytes_field(3, "lora")));
    const auto plugin = bytes_field(1, "hparams") + bytes_field(2, bytes_field(3, number + text));
    const auto value =
        bytes_field(1, "_hparams_/session_start_info") + bytes_field(9, bytes_field(1, plugin));
    const auto file = write("run/tfevents", event_file() + record_of(bytes_field(5, bytes_field(1, value))));
    const auto outcome = import(file);
    const auto runs =
        reader()->runs({.where = *Filter::parse("imported.lr == 0.125 and imported.kind == \"lora\"")});
    ASSERT_TRUE(runs) << runs.error().message;
    ASSERT_EQ(runs->size(), 1U);
    EXPECT_EQ(runs->front().id, outcome.id);
}

/// What the file that ends at that byte must give: the records that are whole.
std::size_t whole_scalars(const std::string& bytes, std::size_t size) {
    std::size_t end = 0;
    std::size_t records = 0;
    while (end + 12 <= size) {
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data() + end, 8);
        end += 16 + length;
        records += end <= size ? 1 : 0;
    }
    return records == 0 ? 0 : records - 1;  // the first is the version
}

TEST_F(ImportTest, AFileCutOffAtEveryByteGivesWhatIsWhole) {
    const auto bytes = event_file();
    const auto whole = import(write("whole/tfevents", bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto file = write("cut/tfevents", bytes.substr(0, size));
        const auto source = sources(file).at(0);
        const auto run = source.importer->read(source);
        ASSERT_TRUE(run) << size << ": " << run.error().message;
        std::size_t count = 0;
        for (const auto& [number, step] : run->steps)
            count += step.values.size();
        ASSERT_EQ(count, whole_scalars(bytes, size)) << "cut at " << size;
        const bool at_border =
            size == 0 || whole_scalars(bytes, size) > whole_scalars(bytes, size - 1) ||
            size == record_of(double_field(1, 0.0) + bytes_field(3, "brain.Event:2")).size();
        ASSERT_EQ(run->remarks.empty(), at_border) << "cut at " << size;
        const auto imported = import_run(data(), source);
        ASSERT_EQ(static_cast<bool>(imported), count > 0) << "cut at " << size;
    }
    EXPECT_TRUE(whole.remarks.empty());
}

TEST_F(ImportTest, AFlippedByteIsNoticed) {
    const auto bytes = event_file();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        const auto source = sources(write("flip/tfevents", damaged)).at(0);
        const auto run = source.importer->read(source);
        ASSERT_TRUE(run);
        ASSERT_FALSE(run->remarks.empty()) << "byte " << at;
        for (const auto& [number, step] : run->steps)
            for (const auto& [tag, value] : step.values)
                ASSERT_TRUE((tag == "train/loss" && value == 1.0F / static_cast<float>(number)) ||
                            (tag == "eval/accuracy" && value == 0.25F * static_cast<float>(number)))
                    << "byte " << at;
    }
}

TEST_F(ImportTest, RecordsThatAreNoEventsAreLeftOut) {
    const auto outcome =
        import(write("x/tfevents", event_file() + record_of("\x0A\xFF\xFF") + scalar_record(4, "a", 1)));
    EXPECT_EQ(outcome.steps, 4);
    ASSERT_EQ(outcome.remarks.size(), 1U);
    EXPECT_NE(outcome.remarks[0].find("1 records are no events"), std::string::npos) << outcome.remarks[0];
    const auto run = reader()->run(outcome.id);
    ASSERT_EQ(run->warnings.size(), 1U);
}

constexpr const char* kTrainerState = R"({
  "best_metric": 1.5, "best_model_checkpoint": "out/checkpoint-20", "epoch": 2.0, "global_step": 20, "max_steps": 20,
  "num_train_epochs": 2, "is_local_process_zero": true, "trial_params": {"rank": 8},
  "log_history": [
    {"epoch": 1.0, "grad_norm": 0.5, "learning_rate": 0.0002, "loss": 2.5, "step": 10},
    {"epoch": 1.0, "eval_loss": 2.0, "eval_bleu": 10.0, "step": 10},
    {"epoch": 2.0, "grad_norm": NaN, "learning_rate": 0.0001, "loss": NaN, "step": 20},
    {"epoch": 2.0, "eval_loss": 1.5, "eval_bleu": 20.0, "step": 20},
    {"epoch": 2.0, "train_loss": 2.25, "total_flos": 1000.0, "step": 20}]})";

TEST_F(ImportTest, ATrainerStateBecomesARun) {
    write("out/checkpoint-10/trainer_state.json", R"({"log_history": [{"loss": 2.5, "step": 10}]})");
    write("out/checkpoint-20/trainer_state.json", kTrainerState);
    const auto outcome = import(folder_.path() / "logs");
    EXPECT_EQ(outcome.name, "out");
    const auto history = reader();
    const auto run = history->run(outcome.id);
    ASSERT_TRUE(run) << run.error().message;
    EXPECT_TRUE(std::isnan(*run->summary.training_loss));
    EXPECT_EQ(run->summary.best_validation_loss, 1.5);
    EXPECT_EQ(run->summary.best_step, 20);
    EXPECT_EQ(*history->metrics(outcome.id),
              (std::vector<std::string>{"loss", "learning_rate", "gradient_norm", "epoch", "validation_loss",
                                        "total_flos", "train_loss", "validation_bleu"}));
    EXPECT_EQ(values(*history, outcome.id, "validation_bleu"), (Points{{10, 10.0}, {20, 20.0}}));
    const auto runs =
        history->runs({.where = *Filter::parse("imported.best_metric == 1.5 imported.rank == 8")});
    ASSERT_TRUE(runs) << runs.error().message;
    EXPECT_EQ(runs->size(), 1U);
}

TEST_F(ImportTest, ABrokenTrainerStateIsRefusedInWords) {
    for (const char* text : {"{", "[]", "{}", R"({"log_history": {}})", R"({"log_history": []})",
                             R"({"log_history": [1, {"loss": 1}, {"step": 1.5, "loss": 2}]})"}) {
        const auto imported = import_run(data(), sources(write("x/trainer_state.json", text)).at(0));
        ASSERT_FALSE(imported) << text;
        EXPECT_EQ(imported.error().code, ErrorCode::Corrupt);
        EXPECT_NE(imported.error().message.find("trainer_state.json"), std::string::npos)
            << imported.error().message;
    }
}

TEST_F(ImportTest, ATableBecomesARun) {
    const auto outcome =
        import(write("mine.csv", "Step,loss,val_loss,seconds,who\n1,2.5,,0.5,a\n2,nan,1.5,1,b\nx,1,1,1,c\n"));
    EXPECT_EQ(outcome.name, "mine");
    EXPECT_EQ(outcome.steps, 2);
    EXPECT_EQ(outcome.remarks.size(), 2U);  // the line without a step, the column of texts
    const auto history = reader();
    EXPECT_EQ(values(*history, outcome.id, "validation_loss"), (Points{{2, 1.5}}));
    const auto losses = history->metric(outcome.id, "loss");
    ASSERT_EQ(losses->size(), 2U);
    EXPECT_EQ(losses->at(0).seconds, 0.5);
    EXPECT_TRUE(std::isnan(losses->at(1).value));
}

TEST_F(ImportTest, ATableOfAValueALineIsUnderstood) {
    const auto outcome = import(
        write("long.csv", "run,metric,step,seconds,value\r\na,loss,1,0.5,2.5\r\na,x y,1,0.5,-Infinity\r\n"));
    const auto history = reader();
    EXPECT_EQ(values(*history, outcome.id, "loss"), (Points{{1, 2.5}}));
    EXPECT_EQ(values(*history, outcome.id, "x y"), (Points{{1, -std::numeric_limits<double>::infinity()}}));
}

TEST_F(ImportTest, TimesOfTheClockAreTakenFromTheFirst) {
    const auto outcome =
        import(write("clock.csv", "step,loss,time\n1,2,1700000000.5\n2,1,\n3,0.5,1700000006\n"));
    const auto losses = reader()->metric(outcome.id, "loss");
    ASSERT_EQ(losses->size(), 3U);
    EXPECT_EQ(losses->at(0).seconds, 0.0);
    EXPECT_EQ(losses->at(2).seconds, 5.5);
}

TEST_F(ImportTest, LinesThatCannotBeReadAreCountedNotListed) {
    std::string text = "step,loss\n1,2\n";
    for (int i = 0; i < 10; ++i)
        text += "2,\"1\"x\n";
    const auto outcome = import(write("bad.csv", text + "3,1\n"));
    EXPECT_EQ(outcome.steps, 2);
    ASSERT_EQ(outcome.remarks.size(), 4U);
    EXPECT_NE(outcome.remarks.front().find("bad.csv line 3"), std::string::npos) << outcome.remarks.front();
    EXPECT_EQ(outcome.remarks.back(), "7 more lines could not be read");
}

TEST_F(ImportTest, WhatIsNoLogIsSaid) {
    const auto missing = find_import_sources(folder_.path() / "none");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    const auto foreign = find_import_sources(write("notes.txt", "x"));
    ASSERT_FALSE(foreign);
    EXPECT_NE(foreign.error().hint.find("TensorBoard"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
