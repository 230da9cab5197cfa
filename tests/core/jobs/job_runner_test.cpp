#include "core/jobs/job_runner.h"

#include <atomic>
#include <future>
#include <optional>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

void ignore(const Error&) {}

TEST(JobRunnerTest, RunsJobsInOrderOnOneThread) {
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    {
        JobRunner runner;
        for (int i = 0; i < 100; ++i)
            runner.start(
                [&, i](const CancelToken&) {
                    order.push_back(i);
                    threads.push_back(std::this_thread::get_id());
                },
                ignore);
    }
    ASSERT_EQ(order.size(), 100u);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
    EXPECT_EQ(threads.front(), threads.back());
    EXPECT_NE(threads.front(), std::this_thread::get_id());
}

TEST(JobRunnerTest, ACancelBeforeTheJobsTurnIsNotLost) {
    std::promise<void> gate;
    std::promise<bool> was_cancelled;
    JobRunner runner;
    runner.start([&](const CancelToken&) { gate.get_future().wait(); }, ignore);
    auto token =
        runner.start([&](const CancelToken& t) { was_cancelled.set_value(t.is_cancelled()); }, ignore);
    token.cancel();
    gate.set_value();
    EXPECT_TRUE(was_cancelled.get_future().get());
}

TEST(JobRunnerTest, AnExceptionBecomesAnErrorAndTheNextJobRuns) {
    std::promise<Error> failed;
    std::promise<void> ran;
    JobRunner runner;
    runner.start([](const CancelToken&) { throw std::runtime_error("boom"); },
                 [&](Error error) { failed.set_value(std::move(error)); });
    runner.start([&](const CancelToken&) { ran.set_value(); }, ignore);
    const auto error = failed.get_future().get();
    EXPECT_EQ(error.code, ErrorCode::Internal);
    EXPECT_EQ(error.message.find("boom"), std::string::npos) << "no headline";
    EXPECT_NE(error.hint.find("boom"), std::string::npos);
    ran.get_future().wait();
}

TEST(JobRunnerTest, RunningOutOfMemorySaysSo) {
    std::promise<Error> failed;
    JobRunner runner;
    runner.start([](const CancelToken&) { throw std::bad_alloc(); },
                 [&](Error error) { failed.set_value(std::move(error)); });
    EXPECT_EQ(failed.get_future().get().code, ErrorCode::OutOfMemory);
}

TEST(JobRunnerTest, SomethingThatIsNoExceptionIsCaughtToo) {
    std::promise<Error> failed;
    JobRunner runner;
    runner.start([](const CancelToken&) { throw 5; },
                 [&](Error error) { failed.set_value(std::move(error)); });
    EXPECT_EQ(failed.get_future().get().code, ErrorCode::Internal);
}

TEST(JobRunnerTest, WhenItWasIdleForLongAfterAJobItActsOnce) {
    std::atomic<int> acted = 0;
    std::promise<void> first;
    JobRunner runner({.after = std::chrono::milliseconds(5), .act = [&] {
                          if (++acted == 1)
                              first.set_value();
                      }});
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    EXPECT_EQ(acted, 0) << "there was no job yet";
    runner.start([](const CancelToken&) {}, ignore);
    first.get_future().wait();
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    EXPECT_EQ(acted, 1);
}

TEST(JobRunnerTest, WorkWithinAJobFailsAsAJobDoes) {
    std::optional<Error> failed;
    JobRunner::run([](const CancelToken&) { throw std::runtime_error("boom"); },
                   [&](Error error) { failed = std::move(error); }, {});
    ASSERT_TRUE(failed.has_value());
    EXPECT_NE(failed->hint.find("boom"), std::string::npos);
}

TEST(JobRunnerTest, TheDestructorCancelsWhatRunsAndWhatWaits) {
    std::promise<void> started;
    std::atomic<bool> second_saw_cancel = false;
    {
        JobRunner runner;
        runner.start(
            [&](const CancelToken& token) {
                started.set_value();
                while (!token.is_cancelled())
                    std::this_thread::yield();
            },
            ignore);
        runner.start([&](const CancelToken& token) { second_saw_cancel = token.is_cancelled(); }, ignore);
        started.get_future().wait();
    }
    EXPECT_TRUE(second_saw_cancel);
}

}  // namespace
}  // namespace tunebench
