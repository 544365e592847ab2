// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xml.hpp
//
// XML as other programs write it, read within bounds. No document type is followed, no entity but XML's own five: pugixml knows
// no other, and fetches nothing.

#pragma once

#include <pugixml.hpp>

#include "base/result.hpp"

namespace etabli::instruments::exchange {

/// LimeSurvey needs five levels, a sheet four; a theme's options a few more.
inline constexpr int xml_depth_max = 32;

/// `file.unreadable`, whose detail begins with `what` and says the byte.
Result<pugi::xml_document> xml_from(std::string_view bytes, std::string_view what);

/// All the text within a node, of its children too.
std::string text_within(pugi::xml_node node);

std::string xml_text(const pugi::xml_document& document);

} // namespace etabli::instruments::exchange
