// SPDX-License-Identifier: EUPL-1.2
// cli/files_test.cpp

#include "cli/files.hpp"

#include <filesystem>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace etabli::cli {

namespace {

std::string path_of(const std::string& name)
{
    return testing::TempDir() + "files-" + std::to_string(::getpid()) + "-" + name;
}

} // namespace

TEST(Files, come_back_as_they_were_written_over_what_was_there)
{
    const auto path = path_of("whole");
    const std::string long_one(3'000'000, 'x');
    for (const auto& bytes : { std::string(), std::string("a\0b\n", 4), long_one }) {
        ASSERT_TRUE(write_file(path, bytes).ok());
        EXPECT_EQ(read_file(path).value(), bytes);
    }
    EXPECT_FALSE(std::filesystem::exists(path + ".part"));
    std::filesystem::remove(path);
}

TEST(Files, that_are_pipes_are_read_and_written_and_stay_pipes)
{
    const auto path = path_of("pipe");
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    std::thread writer([&] { EXPECT_TRUE(write_file(path, "team,n\n").ok()); });
    EXPECT_EQ(read_file(path).value(), "team,n\n");
    writer.join();
    EXPECT_TRUE(std::filesystem::is_fifo(path));
    std::filesystem::remove(path);
}

TEST(Files, that_cannot_be_are_refused)
{
    EXPECT_FALSE(read_file(path_of("missing")).ok());
    EXPECT_FALSE(read_file(testing::TempDir()).ok());
    EXPECT_FALSE(write_file(path_of("no-folder") + "/file", "x").ok());
    EXPECT_FALSE(write_file(testing::TempDir(), "x").ok());
}

} // namespace etabli::cli
