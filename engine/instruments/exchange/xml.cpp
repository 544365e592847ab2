// SPDX-License-Identifier: EUPL-1.2
// engine/instruments/exchange/xml.cpp

#include "engine/instruments/exchange/xml.hpp"

#include <fmt/format.h>

namespace etabli::instruments::exchange {

namespace {

class DepthCheck : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node&) override { return depth() < xml_depth_max; }
};

class Texts : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override
    {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            found += node.value();
        return true;
    }
    std::string found;
};

class Text : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
    std::string text;
};

} // namespace

Result<pugi::xml_document> xml_from(std::string_view bytes, std::string_view what)
{
    pugi::xml_document document;
    const auto read = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!read)
        return Problem("file.unreadable", fmt::format("{}: {} at byte {}", what, read.description(), read.offset));
    DepthCheck check;
    if (!document.traverse(check))
        return Problem("file.unreadable", fmt::format("{}: more than {} elements within one another", what, xml_depth_max));
    return document;
}

std::string text_within(pugi::xml_node node)
{
    Texts texts;
    node.traverse(texts);
    return std::move(texts.found);
}

std::string xml_text(const pugi::xml_document& document)
{
    Text out;
    document.save(out, "  ");
    return std::move(out.text);
}

} // namespace etabli::instruments::exchange
