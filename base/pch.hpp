// SPDX-License-Identifier: EUPL-1.2
// base/pch.hpp
//
// The headers nearly every file reads, compiled once.

#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <boost/json.hpp>
#include <fmt/format.h>
